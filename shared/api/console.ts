/** Routes of the console: a page, and what it loads. They hold nothing of anybody, so they are open; the data comes from the API. */
import * as z from 'zod';
import type { Contracts } from './contract.ts';

export const consoleContracts = {
  'GET /console': {
    auth: 'public',
    summary: "The marketers' web console",
    responses: { 200: { description: 'The page; it signs in by itself', type: 'text/html' } },
  },
  'GET /console/mail-frame': {
    auth: 'public',
    summary: 'The sandbox in which the console shows a mail',
    responses: {
      200: { description: 'An empty page that takes a mail from the console', type: 'text/html' },
    },
  },
  'GET /console/{asset}': {
    auth: 'public',
    summary: 'A script or style sheet of the console',
    params: z.object({ asset: z.string().min(1).max(100) }),
    responses: {
      200: {
        description: 'The file; its name changes with its content',
        headers: { 'Cache-Control': 'One year, immutable' },
      },
    },
  },
} as const satisfies Contracts;
