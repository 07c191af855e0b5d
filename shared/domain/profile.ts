/** What of a reader's profile a personalised text can say. Only for people with a profiling consent (policy P-17). Pure. */
import type { ProfileVariable } from './message.ts';
import type { Contact } from './person.ts';

/** Whether the profile has all that the text says of its reader: what is missing would leave a hole in a sentence. */
export function isProfileKnown(contact: Contact, needs: readonly ProfileVariable[] = []): boolean {
  return needs.every((variable) => textsOf(contact, variable).some((text) => /[^\p{Cc}\s]/u.test(text)));
}

function textsOf({ devices, interests }: Contact, variable: ProfileVariable): readonly string[] {
  switch (variable) {
    case 'deviceModel':
      return devices.slice(0, 1).map(({ model }) => model);
    case 'interest':
      return interests.slice(0, 1);
    case 'interests':
      return interests;
  }
}
