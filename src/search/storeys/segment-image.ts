/** Named arrays of a segment. */
export type Arrays = Readonly<Record<string, Uint16Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike>>>;

interface Placed {
  readonly name: string;
  readonly bytesEach: 2 | 4;
  /** From the end of the head, in bytes. */
  readonly offset: number;
  readonly length: number;
}

const ALIGNMENT = 8;
const HEAD_SIZE_BYTES = 4;

const aligned = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/**
 * Arrays side by side in one block that threads share and files hold: the head's size, the head (JSON: where each array
 * stands), the arrays. In the byte order of the machine.
 */
export function packImage(arrays: Arrays): Uint8Array<SharedArrayBuffer> {
  const placed: Placed[] = [];
  let size = 0;
  for (const [name, { BYTES_PER_ELEMENT, length, byteLength }] of Object.entries(arrays)) {
    placed.push({ name, bytesEach: BYTES_PER_ELEMENT === 2 ? 2 : 4, offset: size, length });
    size = aligned(size + byteLength);
  }
  const head = new TextEncoder().encode(JSON.stringify(placed));
  const start = aligned(HEAD_SIZE_BYTES + head.length);
  const image = new Uint8Array(new SharedArrayBuffer(start + size));
  new DataView(image.buffer).setUint32(0, head.length);
  image.set(head, HEAD_SIZE_BYTES);
  for (const { name, offset } of placed) {
    const array = arrays[name] as Uint16Array;
    image.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset);
  }
  return image;
}

/** The arrays where they lie in the image. */
export function unpackImage(image: Uint8Array): Arrays {
  const headSize = new DataView(image.buffer, image.byteOffset, HEAD_SIZE_BYTES).getUint32(0);
  // A shared block cannot be decoded where it lies.
  const head = new TextDecoder().decode(image.slice(HEAD_SIZE_BYTES, HEAD_SIZE_BYTES + headSize));
  const start = image.byteOffset + aligned(HEAD_SIZE_BYTES + headSize);
  return Object.fromEntries(
    (JSON.parse(head) as Placed[]).map(({ name, bytesEach, offset, length }) => {
      const place = [image.buffer, start + offset, length] as const;
      return [name, bytesEach === 2 ? new Uint16Array(...place) : new Uint32Array(...place)];
    }),
  );
}
