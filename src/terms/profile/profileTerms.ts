import { odrl, own } from './profile.ts';

interface OwnTerm {
  kind: 'Action' | 'LeftOperand' | 'Purpose' | 'Channel' | 'Media' | 'Industry' | 'Recipient' | 'Unit';
  definition: string;
  /** Of an action: the action that it is a part of (ODRL Information Model 2.2, 2.4). */
  includedIn?: string;
  /** Of a concept: one that is always true, too. */
  broader?: string;
}

const action = (definition: string, includedIn = odrl('use')): OwnTerm => ({
  kind: 'Action',
  definition,
  includedIn,
});
const operand = (definition: string): OwnTerm => ({ kind: 'LeftOperand', definition });
const concept =
  (kind: OwnTerm['kind']) =>
  (definition: string, broader?: string): OwnTerm => ({
    kind,
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
  merchandise: action('To make and sell goods that show the work.'),
  embedInGame: action('To make the work a part of a game or of another interactive program.'),
  broadcast: action('To send the work to the public by television, radio or live stream.'),
  textAndDataMining: action(
    'To analyse the work by machine for patterns, trends and correlations. Training of models is an action of its own.',
  ),
  aiTraining: action(
    'To change the parameters of a model by means of the work, whatever the model produces.',
  ),
  generativeTraining: action(
    'To change the parameters of a model that produces images, text, sound or other synthetic content.',
    own('aiTraining'),
  ),
  aiGeneration: action(
    'To give the work to a trained model as input, such as a prompt or a reference, to generate something.',
  ),
  passOn: action('To license uses of a derivative of the work to others; `use` lists them.'),
  transferLicence: action('To transfer a licence held under these terms to another account.'),
  acquireLicence: action('To acquire a licence under these terms; `licencesSold` limits how many are sold.'),
  reportUsage: action('To file usage reports with the revenue from each use.'),
  attributionText: operand('The text that credits the creator.'),
  copies: operand('The number of copies made, in total.'),
  impressions: operand('The number of times the work is shown to somebody, in total.'),
  items: operand('The number of products made that show the work, in total.'),
  prints: operand('The number of prints made, in total.'),
  licencesSold: operand('The number of licences sold under the terms, including this one.'),
  owedByDescendants: operand('Whether later derivatives, at any distance, owe the share too.'),
  revenueShareBps: operand('The share of revenue in basis points: 10,000 is the whole.'),
  use: operand('The uses of a derivative that may be licensed to others.'),
  'purpose-commercial': purpose('For commercial gain, direct or indirect.'),
  'purpose-nonCommercial': purpose('Not for commercial gain, direct or indirect.'),
  'purpose-advertising': purpose('To advertise goods, services, persons or parties.', 'purpose-commercial'),
  'purpose-education': purpose('To teach and to learn.'),
  'purpose-heritagePreservation': purpose('To preserve and restore cultural heritage and its documentation.'),
  'purpose-news': purpose('To report and comment on current events.'),
  'purpose-personal': purpose('By a person, within that person’s household.', 'purpose-nonCommercial'),
  'purpose-research': purpose('To produce and publish new knowledge.'),
  'channel-broadcastTelevision': channel('Television in any technique.'),
  'channel-cinema': channel('Before an audience in a cinema.'),
  'channel-exhibition': channel('In a museum, a gallery or another venue.'),
  'channel-game': channel('In a game, on any device.'),
  'channel-mobileApp': channel('In an app on a mobile device.'),
  'channel-physicalGoods': channel('On tangible products.'),
  'channel-printPublication': channel('In books, newspapers, magazines and posters.'),
  'channel-socialMedia': channel('On platforms whose users publish.'),
  'channel-streaming': channel('By streaming, live or on demand.'),
  'channel-website': channel('On a website.'),
  'media-audio': media('As sound.'),
  'media-digital': media('As a digital file of any kind.'),
  'media-image': media('As a still image.'),
  'media-paper': media('On paper.'),
  'media-textile': media('On textiles.'),
  'media-threeDimensional': media('As an object or a model in three dimensions.'),
  'media-video': media('As video.'),
  'industry-artificialIntelligence': industry('Makers and operators of AI models (ISIC 62).'),
  'industry-education': industry('Schools and other teaching (ISIC 85).'),
  'industry-fashion': industry('Makers of clothing (ISIC 14).'),
  'industry-filmAndTelevision': industry('Makers and broadcasters of films and programmes (ISIC 59, 60).'),
  'industry-games': industry('Makers and publishers of games (ISIC 5820).'),
  'industry-museums': industry('Museums, archives and libraries (ISIC 91).'),
  'industry-publishing': industry('Publishers (ISIC 58).'),
  'industry-tourism': industry('Services for travellers (ISIC 55, 79).'),
  'industry-toys': industry('Makers of games and toys (ISIC 3240).'),
  'recipient-public': recipient('Everyone.'),
  'recipient-staff': recipient('The licensee’s employees.'),
  'recipient-students': recipient('Learners at the licensee’s school.'),
  'recipient-subscribers': recipient('Subscribers to the licensee’s service.'),
  pixel: unit('A pixel, counted along the longer side.'),
  dotsPerInch: unit('Dots per inch of 25.4 millimetres.'),
};
