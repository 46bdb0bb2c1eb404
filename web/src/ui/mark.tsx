/** The mark: two people in one hull, in the colour of the text around it. Decoration; the name stands beside it. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="currentColor"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path
      d="M1.8 16.5c3 1.7 7.5 2.5 14.2 2.5s11.2-.8 14.2-2.5C29 22.1 25.5 26 21 26H11C6.5 26 3 22.1 1.8 16.5Z"
      strokeWidth={1.5}
    />
    <path d="M11.5 20V7.5M20.5 20v-9" strokeWidth={3.75} />
  </svg>
);
