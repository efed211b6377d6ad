/** The languages that terms are said in. */
export const languages = ['en', 'zh', 'id'] as const;
export type Language = (typeof languages)[number];

/** The same words in each of them. */
export type Words = Readonly<Record<Language, string>>;
