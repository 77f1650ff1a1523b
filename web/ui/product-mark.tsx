/** A leaded window: four panes in an arch, one with the light in it. */
export function ProductMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 28V14C5 8 10 3 16 3s11 5 11 11v14z" fill="#0a2226" stroke="#5f8b8e" strokeWidth="1" />
      <path d="M15 5.300V14H7.200C7.200 9.500 10.500 5.900 15 5.300z" fill="#3f9ea2" />
      <path d="M17 5.300c4.500.6 7.800 4.200 7.800 8.700H17z" fill="#f3b62b" />
      <path d="M7.200 16H15v10H7.200z" fill="#f9d27a" />
      <path d="M17 16h7.800v10H17z" fill="#5fb4b5" />
    </svg>
  );
}
