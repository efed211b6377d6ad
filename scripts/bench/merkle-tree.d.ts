/** What the benches use of the package, for type checks where it is not installed. */
declare module '@openzeppelin/merkle-tree' {
  export const SimpleMerkleTree: { of(leaves: string[]): { root: string } };
}
