// The way to Pusher as the relay sees it: one call for events, one to ask who listens. Both end, whatever the network does.
import type { OutgoingEvent } from './outgoing.ts';
import type { DownReason } from './uplink-state.ts';

export type PublishAnswer =
  | { readonly kind: 'published' }
  /** Of this batch nothing was taken; a smaller one may be. */
  | { readonly kind: 'tooLarge' }
  | UplinkTrouble;

export type UplinkTrouble =
  | { readonly kind: 'limited'; readonly detail: string }
  | { readonly kind: 'failed'; readonly why: DownReason; readonly detail: string };

export type ListenersAnswer =
  | { readonly kind: 'answered'; readonly listeners: ReadonlyMap<string, number> }
  | UplinkTrouble;

export interface Uplink {
  publish(events: readonly OutgoingEvent[]): Promise<PublishAnswer>;
  /** By channel, how many pages listen, at least; also how the uplink is tried. */
  listeners(): Promise<ListenersAnswer>;
}
