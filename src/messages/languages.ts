/** The languages of the catalogue, each by its own name. */
export const languages = { en: 'English', zh: '中文', id: 'Indonesia' } as const;
export type Language = keyof typeof languages;
export const languageCodes = ['en', 'zh', 'id'] as const satisfies readonly Language[];
