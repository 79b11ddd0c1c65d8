import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate for one DNS name, signed by itself and valid for the century; nothing of it is kept. */
export function makeCertificate(name: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(tagged(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const commonName = sequence(tagged(0x06, Buffer.from("550403", "hex")), tagged(0x0c, Buffer.from(name)));
  const subject = sequence(tagged(0x31, commonName));
  const altNames = sequence(tagged(0x82, Buffer.from(name)));
  const extensions = sequence(
    sequence(tagged(0x06, Buffer.from("551d11", "hex")), tagged(0x04, altNames)),
    sequence(tagged(0x06, Buffer.from("551d13", "hex")), tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff]))))),
  );
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    sequence(tagged(0x18, Buffer.from("20000101000000Z")), tagged(0x18, Buffer.from("20991231235959Z"))),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, extensions),
  );
  const signature = sign("sha256", content, privateKey);
  const certificate = sequence(content, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const length = content.length;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
