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
      d="M2.5 14.5C6 18 9.5 19.5 14 19.5h4c4.5 0 8-1.5 11.5-5C28.5 22.5 23.5 27.5 16 27.5S3.5 22.5 2.5 14.5Z"
      strokeWidth={1.5}
    />
    <path d="M12.7 20V5.5M19.3 20V9.5" strokeWidth={3.5} />
  </svg>
);
