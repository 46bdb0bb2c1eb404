/** Lists, vectors and maps in Firestore's order: vectors by their length and then by their numbers. */
export function aroundVectors<Vector>(vector: (numbers: number[]) => Vector) {
  return [
    [9, 8, 7, 6],
    ['z'],
    vector([Number.NEGATIVE_INFINITY]),
    vector([-0.5]),
    vector([7]),
    vector([Number.POSITIVE_INFINITY]),
    vector([-3, 80]),
    vector([0, -80]),
    vector([0, 0, 0]),
    vector([-1, 5, 5, 5]),
    vector([-1, 5, 6, 5]),
    vector([3, 0, 0, 0]),
    {},
    { A: 'z' },
    { a: 'a' },
  ];
}
