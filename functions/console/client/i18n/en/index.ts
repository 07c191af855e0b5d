/** English: the language that names the keys. */
import { campaigns } from './campaigns.ts';
import { composer } from './composer.ts';
import { frame } from './frame.ts';
import { terms } from './terms.ts';

export const en = { frame, terms, campaigns, composer };
