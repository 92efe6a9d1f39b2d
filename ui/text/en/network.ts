// How the appliance is reached, on the desk.

export const network = {
  'desk.network': 'This appliance on the network',
  'desk.network.text': 'Devices on the same network reach it under any of these addresses.',
  'desk.network.name': 'By name, where the network allows it: {address}',
  'desk.network.plain':
    'It answers over plain http. Started with --tls it also answers over https: then the scoring page opens without a network, and screens stay on.',
  'desk.network.secure': 'Secure address: {address}',
  'desk.network.trust':
    'Before that, each tablet has to trust this appliance once. It shows this fingerprint (SHA-256):',
  'desk.network.trust.how': 'How to do that',
  'desk.network.changed': 'The address of this appliance is now {now}.',
  'desk.network.changed.text':
    'QR codes and links with {gone} lead nowhere any more: print the target codes again and open the pages from the new address. A fixed address in the router keeps this from happening.',
  'desk.network.settled': 'Done',
} as const;
