// Announces `tenring` on the interface given, says under which name, and goes when its input ends. A process of its own, because tests run it in
// network namespaces that nobody else is in (announcement.test.ts).
import { announce } from '../network/announcement.ts';

const [interfaceName = ''] = process.argv.slice(2);
const announcement = await announce({
  ...{ name: 'tenring', port: 8000, interfaces: [interfaceName] },
  lost: () => process.stdout.write('lost\n'),
});
process.stdout.write(`${announcement.name}\n`);
process.stdin.on('end', () => void announcement.close()).resume();
