// The thread that publishes: neither a slow disk nor a slow web space makes anybody wait. workerData is PublishOptions.
import { workerData } from 'node:worker_threads';
import type { PublishSettings } from '../config/config.ts';
import { runOutletThread } from '../relay/outlet-thread.ts';
import type { PublishingStatus } from '../wire/api-relay.ts';
import { createFolderTarget } from './folder-target.ts';
import { createPublisher } from './publisher.ts';
import { createPutTarget } from './put-target.ts';

const { to, isFolder, user, password, everySeconds, language } = workerData as PublishSettings;

runOutletThread<PublishingStatus>((world) =>
  createPublisher({
    ...world,
    target: isFolder ? createFolderTarget(to) : createPutTarget({ url: to, user, password }),
    ...{ to, everyMs: everySeconds * 1_000, language },
  }),
);
