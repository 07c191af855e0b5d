/** Deutsch. */
import type { Catalog } from '../catalog.ts';
import { campaigns } from './campaigns.ts';
import { composer } from './composer.ts';
import { frame } from './frame.ts';
import { terms } from './terms.ts';

export const de: Catalog = { frame, terms, campaigns, composer };
