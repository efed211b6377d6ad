import check from '../../messages/en/check.json' with { type: 'json' };

/** The texts of answers, which come with the first one. */
export const checkTexts = { check };
