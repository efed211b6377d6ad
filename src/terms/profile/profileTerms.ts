import type { Words } from '../languages.ts';
import { cc, odrl, own } from './profile.ts';

/** What a name of a document is called, in the middle of a sentence. */
const words = (en: string, zh: string, id: string): Words => ({ en, zh, id });

interface OwnTerm {
  kind: 'Action' | 'LeftOperand' | 'Purpose' | 'Channel' | 'Media' | 'Industry' | 'Recipient' | 'Unit';
  label: Words;
  definition: string;
  /** Of an action: the action that it is a part of (ODRL Information Model 2.2, 2.4). */
  includedIn?: string;
  /** Of a concept: one that is always true, too. */
  broader?: string;
}

const action = (label: Words, definition: string, includedIn = odrl('use')): OwnTerm => ({
  kind: 'Action',
  label,
  definition,
  includedIn,
});
const operand = (label: Words, definition: string): OwnTerm => ({ kind: 'LeftOperand', label, definition });
const concept =
  (kind: OwnTerm['kind']) =>
  (label: Words, definition: string, broader?: string): OwnTerm => ({
    kind,
    label,
    definition,
    ...(broader === undefined ? {} : { broader: own(broader) }),
  });
const purpose = concept('Purpose');
const channel = concept('Channel');
const media = concept('Media');
const industry = concept('Industry');
const recipient = concept('Recipient');
const unit = concept('Unit');

/** Every term of the profile, by its name behind the `#` of its IRI. */
export const ownTerms: Readonly<Record<string, OwnTerm>> = {
  merchandise: action(
    words('put it on goods that are sold', '用于商品周边', 'memakainya pada barang dagangan'),
    'To make and sell goods that show the work.',
  ),
  embedInGame: action(
    words('put it in a game', '用于游戏', 'memakainya dalam gim'),
    'To make the work a part of a game or of another interactive program.',
  ),
  broadcast: action(
    words('broadcast it', '播放', 'menyiarkannya'),
    'To send the work to the public by television, radio or live stream.',
  ),
  textAndDataMining: action(
    words('mine it for text and data', '文本与数据挖掘', 'menambang teks dan datanya'),
    'To analyse the work by machine for patterns, trends and correlations. Training of models is an action of its own.',
  ),
  aiTraining: action(
    words('train AI on it', '训练人工智能', 'melatih AI dengannya'),
    'To change the parameters of a model by the work, whatever the model makes.',
  ),
  generativeTraining: action(
    words('train generative AI on it', '训练生成式人工智能', 'melatih AI generatif dengannya'),
    'To change the parameters of a model that makes pictures, text, sound or other synthetic content.',
    own('aiTraining'),
  ),
  aiGeneration: action(
    words('give it to AI as input', '作为人工智能的输入', 'memberikannya kepada AI sebagai masukan'),
    'To give the work to a trained model as input, such as a prompt or a reference, to have something made.',
  ),
  passOn: action(
    words('license to others what you make from it', '将衍生作品再许可他人', 'melisensikan karya turunannya'),
    'To license uses of a derivative of the work to others; `use` says which.',
  ),
  transferLicence: action(
    words('pass the licence on', '转让本许可', 'mengalihkan lisensi ini'),
    'To pass a licence held under these terms to somebody else.',
  ),
  acquireLicence: action(
    words('acquire a licence', '取得许可', 'memperoleh lisensi'),
    'To acquire a licence under these terms; `licencesSold` says how many there are.',
  ),
  reportUsage: action(
    words('report how you use it', '报告使用情况', 'melaporkan pemakaian'),
    'To file usage reports, with the revenue earned by each use.',
  ),
  attributionText: operand(
    words('the credit line', '署名文字', 'teks kredit'),
    'The text that names the creator.',
  ),
  copies: operand(
    words('the number of copies', '复制件数量', 'jumlah salinan'),
    'How many copies are made, over all.',
  ),
  impressions: operand(
    words('the number of impressions', '展示次数', 'jumlah tayangan'),
    'How many times it is shown to somebody, over all.',
  ),
  items: operand(
    words('the number of goods', '商品件数', 'jumlah barang'),
    'How many goods that show it are made, over all.',
  ),
  prints: operand(
    words('the number of prints', '印刷份数', 'jumlah cetakan'),
    'How many are printed, over all.',
  ),
  licencesSold: operand(
    words('the number of licences sold', '已售许可数', 'lisensi terjual'),
    'How many licences are sold under the terms, this one with them.',
  ),
  owedByDescendants: operand(
    words('owed by every descendant', '所有后代作品均须支付', 'wajib bagi semua turunan'),
    'Whether the share is owed by what is made from a derivative, too, however far.',
  ),
  revenueShareBps: operand(
    words('share of revenue', '收入分成', 'bagian pendapatan'),
    'The share of revenue in basis points: 10,000 are the whole.',
  ),
  use: operand(words('use', '使用方式', 'pemakaian'), 'Which uses of a derivative are licensed to others.'),
  'purpose-commercial': purpose(words('for gain', '商业用途', 'komersial'), 'For gain, direct or indirect.'),
  'purpose-nonCommercial': purpose(
    words('not for gain', '非商业用途', 'nonkomersial'),
    'Not for gain, neither direct nor indirect.',
  ),
  'purpose-advertising': purpose(
    words('advertising', '广告', 'iklan'),
    'To advertise goods, services, persons or parties.',
    'purpose-commercial',
  ),
  'purpose-education': purpose(words('education', '教育', 'pendidikan'), 'To teach and to learn.'),
  'purpose-heritagePreservation': purpose(
    words('preserving heritage', '文化遗产保护', 'pelestarian warisan'),
    'To preserve and restore cultural heritage and its documentation.',
  ),
  'purpose-news': purpose(
    words('news and editorial', '新闻与评论', 'berita dan editorial'),
    'To report on what happens, and to comment on it.',
  ),
  'purpose-personal': purpose(
    words('personal use', '个人使用', 'pemakaian pribadi'),
    'By a person for that person and the household.',
    'purpose-nonCommercial',
  ),
  'purpose-research': purpose(
    words('research', '研究', 'penelitian'),
    'To find out and publish what is not known.',
  ),
  'channel-broadcastTelevision': channel(
    words('television', '电视', 'televisi'),
    'Television in any technique.',
  ),
  'channel-cinema': channel(words('cinema', '影院', 'bioskop'), 'Before an audience in a cinema.'),
  'channel-exhibition': channel(
    words('exhibitions', '展览', 'pameran'),
    'In a museum, a gallery or another place.',
  ),
  'channel-game': channel(words('games', '游戏', 'gim'), 'In a game, on any device.'),
  'channel-mobileApp': channel(
    words('mobile apps', '移动应用', 'aplikasi seluler'),
    'In an app on a mobile device.',
  ),
  'channel-physicalGoods': channel(
    words('goods', '实物商品', 'barang fisik'),
    'On goods that can be touched.',
  ),
  'channel-printPublication': channel(
    words('books and print', '书刊出版物', 'buku dan cetakan'),
    'In books, newspapers, magazines and posters.',
  ),
  'channel-socialMedia': channel(
    words('social media', '社交媒体', 'media sosial'),
    'On platforms where users publish.',
  ),
  'channel-streaming': channel(
    words('streaming', '流媒体', 'layanan streaming'),
    'By streaming, live or on demand.',
  ),
  'channel-website': channel(words('websites', '网站', 'situs web'), 'On a site of the web.'),
  'media-audio': media(words('sound', '音频', 'audio'), 'As sound.'),
  'media-digital': media(
    words('digital files', '数字文件', 'berkas digital'),
    'As a file, whatever it shows.',
  ),
  'media-image': media(words('still pictures', '静态图像', 'gambar diam'), 'As a still picture.'),
  'media-paper': media(words('paper', '纸张', 'kertas'), 'On paper.'),
  'media-textile': media(words('textiles', '纺织品', 'tekstil'), 'On textiles.'),
  'media-threeDimensional': media(
    words('three-dimensional objects', '立体物', 'benda tiga dimensi'),
    'As an object or a model in three dimensions.',
  ),
  'media-video': media(words('moving pictures', '视频', 'video'), 'As moving pictures.'),
  'industry-artificialIntelligence': industry(
    words('artificial intelligence', '人工智能业', 'industri kecerdasan buatan'),
    'Who makes or runs models (ISIC 62).',
  ),
  'industry-education': industry(
    words('schools and teaching', '教育业', 'industri pendidikan'),
    'Who teaches (ISIC 85).',
  ),
  'industry-fashion': industry(
    words('fashion', '服装业', 'industri busana'),
    'Who makes clothing (ISIC 14).',
  ),
  'industry-filmAndTelevision': industry(
    words('film and television', '影视业', 'industri film dan televisi'),
    'Who makes or sends films and programmes (ISIC 59, 60).',
  ),
  'industry-games': industry(
    words('the games industry', '游戏业', 'industri gim'),
    'Who makes or publishes games (ISIC 5820).',
  ),
  'industry-museums': industry(
    words('museums and archives', '博物馆与档案馆', 'museum dan arsip'),
    'Museums, archives and libraries (ISIC 91).',
  ),
  'industry-publishing': industry(
    words('publishing', '出版业', 'industri penerbitan'),
    'Who publishes (ISIC 58).',
  ),
  'industry-tourism': industry(
    words('tourism', '旅游业', 'industri pariwisata'),
    'Who serves travellers (ISIC 55, 79).',
  ),
  'industry-toys': industry(
    words('toys', '玩具业', 'industri mainan'),
    'Who makes games and toys (ISIC 3240).',
  ),
  'recipient-public': recipient(words('the public', '公众', 'umum'), 'Anybody.'),
  'recipient-staff': recipient(
    words('staff of the licensee', '被许可人的员工', 'karyawan pemegang lisensi'),
    'Who works for the licensee.',
  ),
  'recipient-students': recipient(
    words('students', '学生', 'pelajar'),
    'Who learns at the licensee’s school.',
  ),
  'recipient-subscribers': recipient(
    words('subscribers', '订阅者', 'pelanggan'),
    'Who subscribes to what the licensee offers.',
  ),
  pixel: unit(words('pixels', '像素', 'piksel'), 'A pixel, counted along the longer side.'),
  dotsPerInch: unit(
    words('dots per inch', '每英寸点数', 'titik per inci'),
    'Dots per inch of 25.4 millimetres.',
  ),
};

/** What terms of ODRL and Creative Commons are called that documents of Lianpu use. */
export const foreignLabels: Readonly<Record<string, Words>> = {
  [odrl('use')]: words('use it in any way', '以任何方式使用', 'memakainya dengan cara apa pun'),
  [odrl('display')]: words('show it', '展示', 'menampilkannya'),
  [odrl('reproduce')]: words('copy it', '复制', 'menyalinnya'),
  [odrl('distribute')]: words('distribute it', '发行传播', 'menyebarkannya'),
  [odrl('present')]: words('perform it in public', '公开表演', 'mementaskannya'),
  [odrl('derive')]: words(
    'change it and make new works from it',
    '改编并创作新作品',
    'mengubahnya menjadi karya baru',
  ),
  [odrl('index')]: words(
    'show it in search results',
    '在搜索结果中展示',
    'menampilkannya dalam hasil pencarian',
  ),
  [odrl('archive')]: words('archive it', '存档', 'mengarsipkannya'),
  [odrl('modify')]: words('alter it', '修改', 'mengubah bentuknya'),
  [odrl('print')]: words('print it', '印刷', 'mencetaknya'),
  [odrl('sell')]: words('sell it', '出售', 'menjualnya'),
  [odrl('stream')]: words('stream it', '在线播放', 'mengalirkannya'),
  [odrl('translate')]: words('translate it', '翻译', 'menerjemahkannya'),
  [odrl('attribute')]: words('name the creator', '署名创作者', 'menyebut nama pencipta'),
  [odrl('compensate')]: words('pay', '支付', 'membayar'),
  [odrl('delete')]: words('delete your copies', '删除复制件', 'menghapus salinan Anda'),
  [odrl('inform')]: words('tell the creator', '告知创作者', 'memberi tahu pencipta'),
  [odrl('obtainConsent')]: words(
    'have the creator approve you first',
    '事先取得创作者同意',
    'mendapat persetujuan pencipta lebih dulu',
  ),
  [odrl('watermark')]: words('put a watermark on it', '添加水印', 'membubuhkan tanda air'),
  [cc('ShareAlike')]: words(
    'offer what you make from it under the same terms',
    '以相同条款提供衍生作品',
    'menawarkan karya turunan dengan syarat yang sama',
  ),
  [odrl('absoluteSize')]: words('the size', '尺寸', 'ukuran'),
  [odrl('count')]: words('the number of times it is used', '使用次数', 'kali pemakaian'),
  [odrl('dateTime')]: words('time', '时间', 'waktu'),
  [odrl('deliveryChannel')]: words('the channel', '渠道', 'saluran'),
  [odrl('elapsedTime')]: words('time since the start', '起算后的时间', 'waktu sejak mulai'),
  [odrl('industry')]: words('the industry', '行业', 'industri'),
  [odrl('language')]: words('the language', '语言', 'bahasa'),
  [odrl('media')]: words('the medium', '媒介', 'media'),
  [odrl('payAmount')]: words('amount', '金额', 'jumlah'),
  [odrl('purpose')]: words('the purpose', '用途', 'tujuan'),
  [odrl('recipient')]: words('the recipient', '接收者', 'penerima'),
  [odrl('resolution')]: words('the resolution', '分辨率', 'resolusi'),
  [odrl('spatial')]: words('the territory', '地域', 'wilayah'),
  [odrl('timeInterval')]: words('period', '周期', 'periode'),
};
