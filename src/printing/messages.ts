// What the thread that prints says.
export type PrintingMessage =
  | { readonly kind: 'drawn'; readonly pages: number; readonly of: number }
  | { readonly kind: 'printed'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'empty' };
