// The mark: a target face from white to gold.

export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <circle cx="32" cy="32" r="32" fill="#ffffff" />
      <circle cx="32" cy="32" r="30" fill="#1b1e21" />
      <circle cx="32" cy="32" r="24.5" fill="#5bbfee" />
      <circle cx="32" cy="32" r="17" fill="#c8141f" />
      <circle cx="32" cy="32" r="9.5" fill="#ffd21f" />
    </svg>
  );
}
