import type { z } from '../../../shared/kernel/zod.ts';
import type { Founding } from '../../../shared/accounts/contract.ts';
import { Identifier, PersonName, Reading, type Role } from '../../../shared/accounts/model.ts';
import { readablePassword } from '../../../shared/accounts/readable-password.ts';
import { passwordProblem } from '../password-problem.ts';

/** A person being entered in the wizard. */
export interface Person {
  readonly key: string;
  readonly identifier: string;
  readonly name: string;
  readonly reading: string;
  readonly roles: readonly Role[];
  readonly password: string;
  readonly repeat: string;
  /** The password was generated here, to be handed over and changed. */
  readonly handed: boolean;
}

export interface SiteDraft {
  readonly code: string;
  readonly name: string;
  readonly room: string;
}

/** Codes of what is wrong, by field; empty when nothing is. */
export type Problems<F extends string> = Partial<Record<F, string>>;
export type PersonField = 'identifier' | 'name' | 'reading' | 'roles' | 'password' | 'repeat';

function randomByte(): number {
  const [value = 255] = crypto.getRandomValues(new Uint8Array(1));
  return value;
}

/** A person nothing is known of yet. */
export function newPerson(roles: readonly Role[], handed = false): Person {
  const password = handed ? readablePassword(randomByte) : '';
  return {
    key: crypto.randomUUID(),
    identifier: '',
    name: '',
    reading: '',
    roles,
    password,
    repeat: password,
    handed,
  };
}

function firstProblem(parsed: {
  readonly success: boolean;
  readonly error?: z.ZodError | undefined;
}): string | undefined {
  return parsed.success ? undefined : parsed.error?.issues[0]?.message;
}

function identifierOf(person: Person): string {
  const parsed = Identifier.safeParse(person.identifier);
  return parsed.success ? parsed.data : person.identifier;
}

/** What is wrong with a person, given the others. The same rules hold in main, which has the last word. */
export function problemsOf(person: Person, others: readonly Person[]): Problems<PersonField> {
  const identifier = identifierOf(person);
  const taken = others.some((other) => other.key !== person.key && identifierOf(other) === identifier);
  const found: Record<PersonField, string | undefined> = {
    identifier:
      person.identifier.trim() === ''
        ? 'required'
        : (firstProblem(Identifier.safeParse(person.identifier)) ?? (taken ? 'identifier-taken' : undefined)),
    name: firstProblem(PersonName.safeParse(person.name)),
    reading: firstProblem(Reading.safeParse(person.reading)),
    roles:
      person.roles.length === 0
        ? 'required'
        : person.roles.includes('administrator') && person.roles.length > 1
          ? 'administrator-ledger-role'
          : undefined,
    password: passwordProblem(person.password, identifier),
    repeat: person.password === person.repeat ? undefined : 'password-different',
  };
  return Object.fromEntries(Object.entries(found).filter(([, code]) => code !== undefined));
}

/** What the wizard hands to main. */
export function foundingOf(site: SiteDraft, people: readonly Person[]): z.input<typeof Founding> {
  return {
    site,
    accounts: people.map(({ identifier, name, reading, roles, password, handed }) => ({
      identifier,
      name,
      reading,
      roles: [...roles],
      password,
      mustChangePassword: handed,
    })),
  };
}
