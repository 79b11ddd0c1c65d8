import { BodyProblem } from "./read-body.ts";

const LONGEST_ADDRESS = 200;

/** The address for an operator's eyes: without user, password, query and fragment, which may hold secrets. */
export function showUrl(url: URL | string): string {
  const parsed = typeof url === "string" ? URL.parse(url) : url;
  let shown: string;
  if (parsed !== null && parsed.host !== "") {
    shown = `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search === "" ? "" : "?…"}`;
  } else {
    shown = String(url)
      .replace(/[?#].*$/su, "?…")
      .replace(/^[^@]*@/su, "");
  }
  const plain = [...shown].filter((character) => /[^\p{C}\p{Z}"]/u.test(character)).join("");
  return plain.length > LONGEST_ADDRESS ? `${plain.slice(0, LONGEST_ADDRESS)}…` : plain;
}

const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is unknown",
  ENODATA: "its name has no address",
  EAI_AGAIN: "its name could not be looked up at the moment",
  ECONNREFUSED: "the server refused the connection",
  ECONNRESET: "the connection broke off",
  EPIPE: "the connection broke off",
  UND_ERR_SOCKET: "the connection broke off",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the connection broke off before the whole document was there",
  ETIMEDOUT: "the server could not be reached in time",
  EHOSTUNREACH: "the server could not be reached",
  ENETUNREACH: "the server could not be reached",
  EADDRNOTAVAIL: "the server could not be reached",
  UND_ERR_HEADERS_OVERFLOW: "its headers are too large",
  HPE_HEADER_OVERFLOW: "its headers are too large",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate belongs to another name",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody who is trusted",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody who is trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody who is trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by nobody who is trusted",
  ERR_STREAM_PREMATURE_CLOSE: "the connection broke off",
  Z_DATA_ERROR: "it is not packed as its headers say",
  Z_BUF_ERROR: "its packed data ends in the middle",
};

/** Why a request failed, as the second half of a sentence. */
export function whyFailed(error: unknown): string {
  if (error instanceof BodyProblem) return error.message;
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  // Undici leaves the parser's codes out.
  if (code.startsWith("HPE_") || (error instanceof Error && error.name === "HTTPParserError")) {
    return "it did not answer in proper HTTP";
  }
  if (code.startsWith("ERR_SSL") || code === "EPROTO") return "no secure connection could be made";
  if (code.startsWith("ERR_BROTLI") || code.startsWith("ERR__ERROR_FORMAT"))
    return "it is not packed as its headers say";
  if (code.startsWith("ERR_") && /PADDING|FORMAT/.test(code)) return "it is not packed as its headers say";
  return code === "" ? "the request failed" : `the request failed (${code})`;
}

/** Only the code: messages may repeat the address with its secrets. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return "";
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code;
  return error.cause === undefined ? "" : codeOf(error.cause);
}
