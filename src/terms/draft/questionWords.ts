import type { Words } from '../languages.ts';
import type { ItemName } from './questionnaire.ts';

const words = (en: string, zh: string, id: string): Words => ({ en, zh, id });

export const questionWords: Record<ItemName, Words> = {
  change: words('May others change it?', '他人可以改编它吗？', 'Bolehkah orang lain mengubahnya?'),
  gain: words(
    'May it be sold or used for gain?',
    '可以出售它或将其用于营利吗？',
    'Bolehkah dijual atau dipakai untuk keuntungan?',
  ),
  ai: words('May AI be trained on it?', '可以用它训练人工智能吗？', 'Bolehkah AI dilatih dengannya?'),
  approve: words(
    'Do you want to approve everybody first?',
    '您要事先逐一批准使用者吗？',
    'Apakah Anda ingin menyetujui setiap pemakai lebih dulu?',
  ),
  time: words('How long does a licence last?', '许可的有效期有多长？', 'Berapa lama lisensi berlaku?'),
};

/** Each answer: what it says, and what comes of it. */
const answers: Record<ItemName, Record<string, readonly [text: Words, consequence: Words]>> = {
  change: {
    no: [
      words('No', '不可以', 'Tidak'),
      words(
        'It is shown, copied and performed as it is. Nothing may be made from it.',
        '只能按原样展示、复制和表演，不得据此创作任何作品。',
        'Karya ditampilkan, disalin, dan dipentaskan apa adanya. Tidak boleh ada karya turunan.',
      ),
    ],
    shareAlike: [
      words('Yes, if they share alike', '可以，但须以相同方式共享', 'Ya, asal berbagi serupa'),
      words(
        'New works may be made from it, and have to be offered under the same terms.',
        '可以据此创作新作品，但新作品须以相同条款提供。',
        'Karya baru boleh dibuat darinya dan harus ditawarkan dengan syarat yang sama.',
      ),
    ],
    yes: [
      words('Yes', '可以', 'Ya'),
      words(
        'New works may be made from it, and whoever makes them chooses their terms.',
        '可以据此创作新作品，新作品的条款由其创作者决定。',
        'Karya baru boleh dibuat darinya, dan pembuatnya memilih syaratnya sendiri.',
      ),
    ],
  },
  gain: {
    no: [
      words('No', '不可以', 'Tidak'),
      words(
        'Anybody may use it without charge, and nobody for gain.',
        '任何人都可以免费使用，但不得用于营利。',
        'Siapa pun boleh memakainya tanpa biaya, tetapi tidak untuk keuntungan.',
      ),
    ],
    price: [
      words('Yes, for a price', '可以，须支付价款', 'Ya, dengan harga tertentu'),
      words(
        'Whoever wants to use it pays the price once. It may go on goods, into games and on air.',
        '使用者一次性支付价款，可用于商品、游戏和播放。',
        'Pemakai membayar harga satu kali. Karya boleh dipakai pada barang, gim, dan siaran.',
      ),
    ],
    share: [
      words('Yes, for a price and a share', '可以，须支付价款和分成', 'Ya, dengan harga dan bagi hasil'),
      words(
        'As for a price, and of all that the use earns you get your share. Uses have to be reported.',
        '除价款外，您还按比例分享使用所得收入，使用情况须报告。',
        'Seperti di atas, dan Anda mendapat bagian dari pendapatannya. Pemakaian wajib dilaporkan.',
      ),
    ],
  },
  ai: {
    no: [
      words('No', '不可以', 'Tidak'),
      words(
        'No machine may mine it, learn from it or take it as input. Crawlers are told so.',
        '机器不得挖掘、学习或以其为输入，并会如此告知爬虫。',
        'Mesin tidak boleh menambang, belajar darinya, atau memakainya sebagai masukan. Perayap diberi tahu.',
      ),
    ],
    study: [
      words('Only analyse it', '只可分析', 'Hanya menganalisisnya'),
      words(
        'Machines may look for patterns in it. No AI may be trained on it.',
        '机器可以分析其中的规律，但不得用它训练人工智能。',
        'Mesin boleh mencari pola di dalamnya. AI tidak boleh dilatih dengannya.',
      ),
    ],
    yes: [
      words('Yes', '可以', 'Ya'),
      words(
        'AI may be trained on it and take it as input, on the same conditions as all other uses.',
        '可以用它训练人工智能或作为其输入，条件与其他使用相同。',
        'AI boleh dilatih dengannya dan memakainya sebagai masukan, dengan syarat yang sama seperti pemakaian lain.',
      ),
    ],
  },
  approve: {
    yes: [
      words('Yes', '要', 'Ya'),
      words(
        'Nobody gets a licence before you say yes to that account.',
        '在您批准某账户之前，该账户无法取得许可。',
        'Tidak ada yang mendapat lisensi sebelum Anda menyetujui akunnya.',
      ),
    ],
    no: [
      words('No', '不要', 'Tidak'),
      words(
        'Anybody gets a licence at once, also while you sleep.',
        '任何人都可以立即取得许可，无须等待您。',
        'Siapa pun langsung mendapat lisensi, tanpa menunggu Anda.',
      ),
    ],
  },
  time: {
    year: [
      words('A year', '一年', 'Satu tahun'),
      words(
        'After a year the licence has to be renewed, under terms that you still offer then.',
        '一年后须按您届时仍提供的条款续期。',
        'Setelah setahun lisensi harus diperpanjang, dengan syarat yang masih Anda tawarkan.',
      ),
    ],
    endless: [
      words('Without end', '无期限', 'Tanpa batas'),
      words(
        'You cannot take it back, unless the licence is broken.',
        '除非对方违反许可，您无法收回。',
        'Anda tidak dapat menariknya kembali, kecuali lisensi dilanggar.',
      ),
    ],
  },
};

export function answerWords(name: ItemName, answer: string): { text: Words; consequence: Words } {
  const [text, consequence] = answers[name][answer] ?? [questionWords[name], questionWords[name]];
  return { text, consequence };
}
