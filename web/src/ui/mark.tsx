/** The mark: two people in one hull, in the colour of the text around it. Decoration; the name stands beside it. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeWidth={3.25}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M11.5 6v8.5M20.5 6v8.5M3.5 18.5C5 24.5 9.8 27.5 16 27.5s11-3 12.5-9" />
  </svg>
);
