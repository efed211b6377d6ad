import type { Language } from '../../messages/languages.ts';

interface PageWords {
  title: string;
  lead: string;
  price: string;
  share: string;
  notAPrice: string;
  notAShare: string;
  result: string;
  unfinished: string;
  offer: string;
  download: string;
  odrl: string;
}

/** What the page of the five questions says itself. */
export const pageWords: Record<Language, PageWords> = {
  en: {
    title: 'Find your terms',
    lead: 'Five questions. Each answer says what comes of it; nothing is offered before you sign it.',
    price: 'The price of a licence, in coins of the chain',
    share: 'Your share of the revenue, in percent',
    notAPrice: 'A price is a number above 0, such as 0.02.',
    notAShare: 'A share is a number above 0 and up to 100, such as 5.',
    result: 'Your terms',
    unfinished: 'Answer all questions to see your terms in words.',
    offer: 'To offer a work under them, sign them with your key:',
    download: 'Download terms.json',
    odrl: 'As ODRL, for machines',
  },
  zh: {
    title: '选定您的条款',
    lead: '五个问题，每个回答都说明其后果；在您签名之前不会提供任何许可。',
    price: '一份许可的价格（本链货币）',
    share: '您的收入分成（百分比）',
    notAPrice: '价格须为大于 0 的数字，例如 0.02。',
    notAShare: '分成须为大于 0 且不超过 100 的数字，例如 5。',
    result: '您的条款',
    unfinished: '回答全部问题后，即可看到条款的文字说明。',
    offer: '若要以此条款提供作品，请用您的密钥签名：',
    download: '下载 terms.json',
    odrl: '供机器阅读的 ODRL',
  },
  id: {
    title: 'Temukan syarat Anda',
    lead: 'Lima pertanyaan. Setiap jawaban menjelaskan akibatnya; tidak ada yang ditawarkan sebelum Anda menandatanganinya.',
    price: 'Harga satu lisensi, dalam koin rantai ini',
    share: 'Bagian Anda dari pendapatan, dalam persen',
    notAPrice: 'Harga adalah angka di atas 0, misalnya 0.02.',
    notAShare: 'Bagian adalah angka di atas 0 sampai 100, misalnya 5.',
    result: 'Syarat Anda',
    unfinished: 'Jawab semua pertanyaan untuk melihat syarat Anda dalam kata-kata.',
    offer: 'Untuk menawarkan karya dengan syarat ini, tanda tangani dengan kunci Anda:',
    download: 'Unduh terms.json',
    odrl: 'Sebagai ODRL, untuk mesin',
  },
};
