import type { Language } from '../languages.ts';

/** The sentences that terms are said in; each language has all of them. Parts come ready in the same language. */
interface Phrases {
  may: (actions: string) => string;
  mustNot: (actions: string) => string;
  must: (duty: string) => string;
  onlyIf: (condition: string) => string;
  where: (sentence: string, conditions: string[]) => string;
  passOn: (uses: string) => string;
  passOnNothing: string;
  transferable: string;
  notTransferable: string;
  cap: (count: string) => string;
  withoutCap: string;
  lasts: (time: string) => string;
  withoutEnd: string;
  price: (amount: string) => string;
  free: string;
  pay: (amount: string) => string;
  share: (percent: string, currency: string) => string;
  shareOfDescendants: (share: string) => string;
  credited: (duty: string, texts: string) => string;
  within: (duty: string, time: string) => string;
  every: (duty: string, time: string) => string;
  otherwise: (steps: string) => string;
  ifDone: (steps: string) => string;
  conflict: Record<'perm' | 'prohibit' | 'invalid', string>;
  inherits: (document: string) => string;
  nothingElse: string;
  notUnderstood: (name: string) => string;
  about: (what: string, iris: string) => string;
  things: Record<'targets' | 'assigners' | 'assignees', string>;
  operators: Record<string, (operand: string, values: string) => string>;
  from: (instant: string) => string;
  until: (instant: string) => string;
  logic: Record<'and' | 'or' | 'xone' | 'andSequence', (parts: string) => string>;
  narrowed: (action: string, conditions: string) => string;
  smallest: (amount: string, currency: string) => string;
  ownCurrency: string;
  token: (address: string) => string;
  time: (count: number, unit: 'day' | 'hour' | 'minute' | 'second') => string;
  yes: string;
  no: string;
  comma: string;
  or: string;
  semicolon: string;
}

const englishTime = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
const chineseUnits = { day: '天', hour: '小时', minute: '分钟', second: '秒' };
const indonesianUnits = { day: 'hari', hour: 'jam', minute: 'menit', second: 'detik' };

const en: Phrases = {
  may: (actions) => `You may: ${actions}.`,
  mustNot: (actions) => `You must not: ${actions}.`,
  must: (duty) => `You must: ${duty}.`,
  onlyIf: (condition) => `Only where ${condition}.`,
  where: (sentence, conditions) => `${sentence.slice(0, -1)}, where ${conditions.join(' and ')}.`,
  passOn: (uses) => `Of what you make from it, you may license to others: ${uses}.`,
  passOnNothing: 'You may not license to others what you make from it.',
  transferable: 'You may pass the licence on to another.',
  notTransferable: 'You may not pass the licence on to another.',
  cap: (count) => `At most ${count} licences are sold under these terms.`,
  withoutCap: 'Any number of licences may be sold under these terms.',
  lasts: (time) => `The licence lasts for ${time} from when it is acquired.`,
  withoutEnd: 'The licence has no end.',
  price: (amount) => `A licence costs ${amount}.`,
  free: 'A licence costs nothing.',
  pay: (amount) => `pay ${amount}`,
  share: (percent, currency) => `pay ${percent} of the revenue from the use, in ${currency}`,
  shareOfDescendants: (share) => `${share}; whatever is made from what you make owes it, too`,
  credited: (duty, texts) => `${duty}, as ${texts}`,
  within: (duty, time) => `${duty}, within ${time}`,
  every: (duty, time) => `${duty}, every ${time}`,
  otherwise: (steps) => `If you do not, you must: ${steps}.`,
  ifDone: (steps) => `If you do it all the same, you must: ${steps}.`,
  conflict: {
    perm: 'Where a permission and a prohibition meet, the permission counts.',
    prohibit: 'Where a permission and a prohibition meet, the prohibition counts.',
    invalid: 'Where a permission and a prohibition meet, none of these terms counts.',
  },
  inherits: (document) => `The rules of another document hold, too: ${document}.`,
  nothingElse: 'What is not named here is not permitted.',
  notUnderstood: (name) => `They also say something that is not understood here: ${name}.`,
  about: (what, iris) => `The rule names ${what}: ${iris}.`,
  things: { targets: 'works', assigners: 'who grants it', assignees: 'who may rely on it' },
  operators: {
    eq: (operand, values) => `${operand} is ${values}`,
    neq: (operand, values) => `${operand} is not ${values}`,
    lt: (operand, values) => `${operand} is less than ${values}`,
    lteq: (operand, values) => `${operand} is at most ${values}`,
    gt: (operand, values) => `${operand} is more than ${values}`,
    gteq: (operand, values) => `${operand} is at least ${values}`,
    isA: (operand, values) => `${operand} is a kind of ${values}`,
    hasPart: (operand, values) => `${operand} contains ${values}`,
    isPartOf: (operand, values) => `${operand} is within ${values}`,
    isAllOf: (operand, values) => `${operand} is all of: ${values}`,
    isAnyOf: (operand, values) => `${operand} is one of: ${values}`,
    isNoneOf: (operand, values) => `${operand} is none of: ${values}`,
  },
  from: (instant) => `it is ${instant} or later`,
  until: (instant) => `it is ${instant} or earlier`,
  logic: {
    and: (parts) => `all of this holds: ${parts}`,
    or: (parts) => `one of this holds: ${parts}`,
    xone: (parts) => `exactly one of this holds: ${parts}`,
    andSequence: (parts) => `all of this holds, one after the other: ${parts}`,
  },
  narrowed: (action, conditions) => `${action} (${conditions})`,
  smallest: (amount, currency) => `${amount} of the smallest unit of ${currency}`,
  ownCurrency: 'the chain’s own currency',
  token: (address) => `the token ${address}`,
  time: englishTime,
  yes: 'yes',
  no: 'no',
  comma: ', ',
  or: ' or ',
  semicolon: '; ',
};

const zh: Phrases = {
  may: (actions) => `您可以：${actions}。`,
  mustNot: (actions) => `您不得：${actions}。`,
  must: (duty) => `您必须：${duty}。`,
  onlyIf: (condition) => `仅限：${condition}。`,
  where: (sentence, conditions) => `${sentence.slice(0, -1)}，条件是：${conditions.join('，且')}。`,
  passOn: (uses) => `对您据此创作的作品，您可以许可他人：${uses}。`,
  passOnNothing: '您不得将据此创作的作品再许可他人。',
  transferable: '您可以将本许可转让给他人。',
  notTransferable: '您不得将本许可转让给他人。',
  cap: (count) => `按本条款最多出售 ${count} 份许可。`,
  withoutCap: '按本条款出售的许可数量不限。',
  lasts: (time) => `许可自取得之时起有效 ${time}。`,
  withoutEnd: '许可无期限。',
  price: (amount) => `一份许可的价格为 ${amount}。`,
  free: '许可免费。',
  pay: (amount) => `支付 ${amount}`,
  share: (percent, currency) => `以${currency}支付使用所得收入的 ${percent}`,
  shareOfDescendants: (share) => `${share}；由您的作品再衍生的一切作品同样须支付`,
  credited: (duty, texts) => `${duty}，写作${texts}`,
  within: (duty, time) => `${duty}，${time}之内`,
  every: (duty, time) => `${duty}，每 ${time}一次`,
  otherwise: (steps) => `若未做到，您必须：${steps}。`,
  ifDone: (steps) => `若仍然做了，您必须：${steps}。`,
  conflict: {
    perm: '允许与禁止相冲突时，以允许为准。',
    prohibit: '允许与禁止相冲突时，以禁止为准。',
    invalid: '允许与禁止相冲突时，本条款全部无效。',
  },
  inherits: (document) => `另一份文件的规则同样适用：${document}。`,
  nothingElse: '此处未列明的使用均不允许。',
  notUnderstood: (name) => `条款中另有此处无法理解的内容：${name}。`,
  about: (what, iris) => `该规则指明了${what}：${iris}。`,
  things: { targets: '作品', assigners: '授予者', assignees: '可援引者' },
  operators: {
    eq: (operand, values) => `${operand}为${values}`,
    neq: (operand, values) => `${operand}不为${values}`,
    lt: (operand, values) => `${operand}小于 ${values}`,
    lteq: (operand, values) => `${operand}不超过 ${values}`,
    gt: (operand, values) => `${operand}大于 ${values}`,
    gteq: (operand, values) => `${operand}不少于 ${values}`,
    isA: (operand, values) => `${operand}属于${values}`,
    hasPart: (operand, values) => `${operand}包含${values}`,
    isPartOf: (operand, values) => `${operand}在${values}之内`,
    isAllOf: (operand, values) => `${operand}同时为：${values}`,
    isAnyOf: (operand, values) => `${operand}为其中之一：${values}`,
    isNoneOf: (operand, values) => `${operand}不是其中任何一项：${values}`,
  },
  from: (instant) => `时间在 ${instant} 或之后`,
  until: (instant) => `时间在 ${instant} 或之前`,
  logic: {
    and: (parts) => `以下全部成立：${parts}`,
    or: (parts) => `以下至少一项成立：${parts}`,
    xone: (parts) => `以下恰有一项成立：${parts}`,
    andSequence: (parts) => `以下依次全部成立：${parts}`,
  },
  narrowed: (action, conditions) => `${action}（${conditions}）`,
  smallest: (amount, currency) => `${amount}（${currency}的最小单位）`,
  ownCurrency: '本链货币',
  token: (address) => `代币 ${address}`,
  time: (count, unit) => `${count} ${chineseUnits[unit]}`,
  yes: '是',
  no: '否',
  comma: '、',
  or: '或',
  semicolon: '；',
};

const id: Phrases = {
  may: (actions) => `Anda boleh: ${actions}.`,
  mustNot: (actions) => `Anda tidak boleh: ${actions}.`,
  must: (duty) => `Anda wajib: ${duty}.`,
  onlyIf: (condition) => `Hanya jika ${condition}.`,
  where: (sentence, conditions) => `${sentence.slice(0, -1)}, jika ${conditions.join(' dan ')}.`,
  passOn: (uses) => `Atas karya turunan Anda, Anda boleh memberi lisensi kepada orang lain untuk: ${uses}.`,
  passOnNothing: 'Anda tidak boleh melisensikan karya turunan Anda kepada orang lain.',
  transferable: 'Anda boleh mengalihkan lisensi ini kepada orang lain.',
  notTransferable: 'Anda tidak boleh mengalihkan lisensi ini kepada orang lain.',
  cap: (count) => `Paling banyak ${count} lisensi dijual dengan syarat ini.`,
  withoutCap: 'Jumlah lisensi yang dijual dengan syarat ini tidak dibatasi.',
  lasts: (time) => `Lisensi berlaku selama ${time} sejak diperoleh.`,
  withoutEnd: 'Lisensi berlaku tanpa batas waktu.',
  price: (amount) => `Harga satu lisensi adalah ${amount}.`,
  free: 'Lisensi ini gratis.',
  pay: (amount) => `membayar ${amount}`,
  share: (percent, currency) => `membayar ${percent} dari pendapatan atas pemakaian, dalam ${currency}`,
  shareOfDescendants: (share) => `${share}; karya yang dibuat dari karya turunan Anda juga wajib membayarnya`,
  credited: (duty, texts) => `${duty}, sebagai ${texts}`,
  within: (duty, time) => `${duty}, dalam ${time}`,
  every: (duty, time) => `${duty}, setiap ${time}`,
  otherwise: (steps) => `Jika tidak, Anda wajib: ${steps}.`,
  ifDone: (steps) => `Jika tetap dilakukan, Anda wajib: ${steps}.`,
  conflict: {
    perm: 'Bila izin dan larangan bertentangan, izin yang berlaku.',
    prohibit: 'Bila izin dan larangan bertentangan, larangan yang berlaku.',
    invalid: 'Bila izin dan larangan bertentangan, seluruh syarat ini tidak berlaku.',
  },
  inherits: (document) => `Aturan dokumen lain juga berlaku: ${document}.`,
  nothingElse: 'Yang tidak disebut di sini tidak diizinkan.',
  notUnderstood: (name) => `Ada pula isi yang tidak dipahami di sini: ${name}.`,
  about: (what, iris) => `Aturan ini menyebut ${what}: ${iris}.`,
  things: { targets: 'karya', assigners: 'pemberi izin', assignees: 'penerima izin' },
  operators: {
    eq: (operand, values) => `${operand} adalah ${values}`,
    neq: (operand, values) => `${operand} bukan ${values}`,
    lt: (operand, values) => `${operand} kurang dari ${values}`,
    lteq: (operand, values) => `${operand} paling banyak ${values}`,
    gt: (operand, values) => `${operand} lebih dari ${values}`,
    gteq: (operand, values) => `${operand} paling sedikit ${values}`,
    isA: (operand, values) => `${operand} adalah sejenis ${values}`,
    hasPart: (operand, values) => `${operand} memuat ${values}`,
    isPartOf: (operand, values) => `${operand} berada di ${values}`,
    isAllOf: (operand, values) => `${operand} adalah semua dari: ${values}`,
    isAnyOf: (operand, values) => `${operand} adalah salah satu dari: ${values}`,
    isNoneOf: (operand, values) => `${operand} bukan salah satu dari: ${values}`,
  },
  from: (instant) => `waktunya ${instant} atau sesudahnya`,
  until: (instant) => `waktunya ${instant} atau sebelumnya`,
  logic: {
    and: (parts) => `semua ini terpenuhi: ${parts}`,
    or: (parts) => `salah satu terpenuhi: ${parts}`,
    xone: (parts) => `tepat satu terpenuhi: ${parts}`,
    andSequence: (parts) => `semua ini terpenuhi berurutan: ${parts}`,
  },
  narrowed: (action, conditions) => `${action} (${conditions})`,
  smallest: (amount, currency) => `${amount} satuan terkecil ${currency}`,
  ownCurrency: 'mata uang rantai ini',
  token: (address) => `token ${address}`,
  time: (count, unit) => `${count} ${indonesianUnits[unit]}`,
  yes: 'ya',
  no: 'tidak',
  comma: ', ',
  or: ' atau ',
  semicolon: '; ',
};

export const phrases: Readonly<Record<Language, Phrases>> = { en, zh, id };
