import assistance from '../../messages/zh/assistance.json' with { type: 'json' };
import names from '../../messages/zh/names.json' with { type: 'json' };
import page from '../../messages/zh/page.json' with { type: 'json' };
import terms from '../../messages/zh/terms.json' with { type: 'json' };

export const chinese = { assistance, names, page, terms };
