import { message } from '../../messages/Message.ts';
import { refuseValue } from '../../kernel/json/refuseInput.ts';

/** An amount as somebody writes it: `0.02`, or with its symbol `0.02 ETH`. */
export interface GivenAmount {
  text: string;
  /** In whole coins. */
  number: string;
  symbol: string | undefined;
}

const form = /^(\d{1,78}(?:\.\d{1,36})?)(?:\s+(\S{1,64}))?$/u;

/**
 * Reads an amount's form; what it is in the currency's base unit, `toBaseUnits` finds out.
 *
 * @throws LedgerError `input-invalid`, naming the argument.
 *
 * @example
 * parseAmount('12.5 LCNY', '--price') // { text: '12.5 LCNY', number: '12.5', symbol: 'LCNY' }
 * parseAmount('1e18', '--price') // input-invalid: --price: expected an amount such as 0.02 or "0.02 ETH", got 1e18
 */
export function parseAmount(text: string, name: string): GivenAmount {
  const [, number, symbol] = form.exec(text.trim()) ?? [];
  if (number !== undefined) return { text: text.trim(), number, symbol };
  throw refuseValue(name, message('errors.a-coin-amount'), text);
}
