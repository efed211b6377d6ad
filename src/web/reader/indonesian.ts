import assistance from '../../messages/id/assistance.json' with { type: 'json' };
import names from '../../messages/id/names.json' with { type: 'json' };
import page from '../../messages/id/page.json' with { type: 'json' };
import terms from '../../messages/id/terms.json' with { type: 'json' };

export const indonesian = { assistance, names, page, terms };
