// Which requests came by the control socket (control-socket.ts) and are the organiser's without a log-in. That is a property of the
// connection: no header says it, and no request that comes over the network has it.
import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';

const connections = new WeakSet<Socket>();

export function admitControl(connection: Socket): void {
  connections.add(connection);
}

export function isByControlSocket({ raw }: Pick<FastifyRequest, 'raw'>): boolean {
  return connections.has(raw.socket);
}

/** What tries are counted under: connections of this kind have no address. */
export function addressOf(request: FastifyRequest): string {
  return isByControlSocket(request) ? 'control socket' : request.ip;
}
