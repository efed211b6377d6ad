import type { Deployment } from '../../ports/Deployment.ts';
import type { TypedData } from '../../ports/TypedData.ts';
import type { Hex } from '../../kernel/values.ts';
import type { LoggedPayload } from './registrationPayload.ts';
import { toDomain, registrationTypes } from '../Registration.ts';

const { Registration: stated, ...referenced } = registrationTypes;

/**
 * The EIP-712 types of what a creator signs for the log (contracts/shared/Messages.sol), in the domain of the log's
 * contract: a registration and the terms it is offered under, with neither nonce nor deadline. A work is minted once.
 */
export const loggedRegistrationTypes = {
  LoggedRegistration: [
    ...stated.filter(({ name }) => name !== 'nonce' && name !== 'deadline'),
    { name: 'termsId', type: 'bytes32' },
  ],
  ...referenced,
};

/** What a creator signs for the log. */
export function loggedRegistrationData(
  { chainId, log }: Pick<Deployment, 'chainId' | 'log'>,
  creator: Hex,
  { registration, termsId }: Omit<LoggedPayload, 'signature'>,
): TypedData {
  return {
    domain: toDomain(chainId, log),
    types: loggedRegistrationTypes,
    message: { creator, ...registration, termsId },
  };
}
