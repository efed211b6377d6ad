import type { z } from 'zod';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { Use } from '../../work/Uses.ts';
import type { TermsDraft } from './TermsDraft.ts';

/** What a preset leaves open; each asks for some of it and takes nothing else. */
export interface PresetOptions {
  /** What the price is in: an ERC-20 token, or the chain's own currency. */
  currency?: Hex | undefined;
  /** What a licence costs, in the currency's smallest unit, as decimal text. */
  price?: string | undefined;
  /** Owed of revenue earned by using the work, and of what a derivative receives. */
  revenueShareBps?: number | undefined;
  /** How long a licence lasts, in seconds. */
  duration?: number | undefined;
}

type Option = keyof PresetOptions;
type Fixed = Omit<z.input<typeof TermsDraft>, Option>;

const open: Use[] = ['display', 'reproduce', 'distribute', 'perform'];
const remix: Use[] = [...open, 'adapt', 'merchandise', 'broadcast'];

/** Terms for the usual wishes, by the names of contracts/licence/Presets.sol, and what each leaves open. */
const presets = {
  /** Anybody may show, copy and adapt it without charge, unless it is for gain, and shares alike. */
  nonCommercialShareAlike: {
    asks: [],
    terms: {
      title: { en: 'Not for gain, share alike', zh: '非商业使用，以相同方式共享' },
      uses: [...open, 'adapt'],
      passOn: [...open, 'adapt'],
      shareAlike: true,
      nonCommercial: true,
    },
  },
  /** It may be used as it is, for gain, for a price. */
  commercialUse: {
    asks: ['currency', 'price'],
    terms: {
      title: { en: 'Commercial use', zh: '商业使用' },
      uses: [...open, 'merchandise', 'broadcast'],
    },
  },
  /** It may be adapted and sold for a price and a share of what that earns, and so may what is made from it. */
  commercialRemix: {
    asks: ['currency', 'price', 'revenueShareBps'],
    terms: { title: { en: 'Commercial remix', zh: '商业改编' }, uses: remix, passOn: remix },
  },
  /** It may be part of a game for a time, for a price and a share; the licence may pass to a publisher. */
  gameUse: {
    asks: ['currency', 'price', 'revenueShareBps', 'duration'],
    terms: {
      title: { en: 'Use in a game', zh: '游戏使用' },
      uses: ['display', 'reproduce', 'distribute', 'adapt', 'embedInGame'],
      passOn: ['display', 'embedInGame'],
      transferable: true,
    },
  },
  /** Schools and researchers may show, copy, perform and analyse it without charge. */
  researchAndEducation: {
    asks: [],
    terms: {
      title: { en: 'Research and education', zh: '研究与教育' },
      uses: ['display', 'reproduce', 'perform', 'textAndDataMining'],
    },
  },
  /** AI may be trained on it for a time, for a fee. */
  aiTraining: {
    asks: ['currency', 'price', 'duration'],
    terms: { title: { en: 'AI training', zh: '人工智能训练' }, uses: ['textAndDataMining', 'aiTraining'] },
  },
} as const satisfies Record<string, { asks: readonly Option[]; terms: Fixed }>;

export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as Preset[];

/**
 * Terms for a usual wish, to offer as they are or changed.
 *
 * @throws LedgerError `input-invalid` where an option is missing, or given and not taken.
 *
 * @example
 * presetTerms('commercialUse', { price: '20000000000000000' }) // in the chain's own currency
 * presetTerms('commercialUse') // input-invalid: price: expected a value for the preset commercialUse, got none
 */
export function presetTerms(preset: Preset, options: PresetOptions = {}): z.input<typeof TermsDraft> {
  const { asks, terms }: { asks: readonly Option[]; terms: Fixed } = presets[preset];
  const given = { currency: asks.includes('currency') ? native : undefined, ...defined(options) };
  for (const option of ['currency', 'price', 'revenueShareBps', 'duration'] as const) {
    const missing = given[option] === undefined;
    if (missing !== asks.includes(option)) continue;
    const fault = message(missing ? 'errors.preset-asks' : 'errors.preset-takes-not', { preset });
    throw refuseInput([{ field: option, fault }]);
  }
  return { ...terms, currency: native, price: '0', ...defined(given) };
}

function defined<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
