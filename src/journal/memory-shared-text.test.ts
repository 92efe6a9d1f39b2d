import { createMemorySharedText } from './memory-shared-text.ts';
import { sharedTextContract } from './shared-text.contract.ts';

sharedTextContract('memory', () => Promise.resolve(createMemorySharedText()));
