// /trust: how a device comes to trust this appliance, and the files that it needs for that. By http too: nobody can ask for it by https before.
import { hostNameOf } from '../../kit/host-check.ts';
import { originOf } from '../../kit/lan-addresses.ts';
import type { App } from '../app.ts';
import { RefusalError } from '../errors.ts';
import type { HttpParts } from '../parts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { mobileConfigOf } from './mobile-config.ts';
import { deviceOf, renderTrustPage, type Trust, trustCss } from './trust-page.ts';

const catalogues = { en, fr, id };
type Language = keyof typeof catalogues;
const languages = Object.entries(catalogues).map(([code, { language: name }]) => ({ code, name }));

const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(catalogues, code);

/** What was asked for, else the first of the browser's languages that there is. */
function pickLanguage(asked: string | undefined, accepted = ''): Language {
  const tags = accepted.split(',').map((tag) => tag.trim().toLowerCase().split(/[-;]/)[0]);
  // `in` is what old Android systems call Indonesian.
  return [asked, ...tags].map((code) => (code === 'in' ? 'id' : code)).find(isLanguage) ?? 'en';
}

export function addTrust(app: App, { network }: HttpParts, secureServer: { readonly port: number | undefined }): void {
  function trustFor(host: string): Trust {
    const { port } = secureServer;
    if (port === undefined) return { kind: 'off' };
    const secureOrigin = originOf(hostNameOf(host) ?? 'localhost', port, 'https');
    const { root } = network;
    return root
      ? { kind: 'authority', secureOrigin, fingerprint: root.fingerprint, name: root.name }
      : { kind: 'own', secureOrigin };
  }

  const hidden = { schema: { hide: true } };
  app.get('/trust', hidden, (request, reply) => {
    const { host = '', 'accept-language': accepted, 'user-agent': userAgent = '' } = request.headers;
    const { lang } = request.query as { readonly lang?: string };
    const language = pickLanguage(lang, accepted);
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
    return renderTrustPage({
      ...{ words: catalogues[language], language, languages, trust: trustFor(host) },
      address: `${request.protocol}://${host}/trust`,
      device: deviceOf(userAgent),
    });
  });
  app.get('/trust/trust.css', hidden, (_, reply) => {
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8');
    return trustCss;
  });

  function root() {
    if (!network.root) throw new RefusalError('notFound');
    return network.root;
  }
  app.get('/trust/tenring-root.crt', hidden, (_, reply) => {
    const { der } = root();
    return reply.header('cache-control', 'no-store').type('application/x-x509-ca-cert').send(Buffer.from(der));
  });
  app.get('/trust/tenring-root.pem', hidden, (_, reply) => {
    const { pem } = root();
    // As a file: Firefox and Chrome import it from the disk.
    reply.header('content-disposition', 'attachment; filename="tenring-root.pem"');
    return reply.header('cache-control', 'no-store').type('application/x-pem-file').send(pem);
  });
  app.get('/trust/tenring.mobileconfig', hidden, (_, reply) => {
    const profile = mobileConfigOf(root());
    return reply.header('cache-control', 'no-store').type('application/x-apple-aspen-config').send(profile);
  });
}
