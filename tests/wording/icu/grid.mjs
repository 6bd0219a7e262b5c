// Nothing in; what ICU writes for a grid of figures, dates and lists out, as tab-separated lines.
import { stdout, versions } from "node:process";

const TAGS = ["ko", "en-GB", "en-US"];
const EXACT = { maximumFractionDigits: 20 };
const UTC = { timeZone: "UTC", calendar: "gregory" };

const sizes = [
  "0", "7", "10", "99", "100", "999", "1000", "1001", "8579", "9999", "10000", "10001", "51425", "99999",
  "100000", "335250", "999999", "1000000", "1234567", "9999999", "12345678", "20000000", "99990000",
  "99999999", "100000000", "100000001", "337000000", "999999999", "2750000000", "26326000000",
  "100203040506", "3700000000000", "5300000000000", "12345678901234567890",
];
const fractions = [
  "0.5", "0.05", "0.125", "0.00012", "1.5", "2.0005", "2.675", "14.3", "99.99", "999.999", "1234.5",
  "9999.5", "10000.5", "12345.678", "1234567.125", "12345678901234567890.12345678",
];
const decimals = [...sizes, ...fractions].flatMap((n) => (n === "0" ? [n] : [n, `-${n}`]));
const shares = [
  ...Array.from({ length: 21 }, (_, n) => String(n * 5)),
  ..."0.1 0.25 0.005 1.005 2.5 3.2 5.25 14.3 33.3 66.67 99.9 99.95 101 120.5 250 1000 1234.5 12345 0.12345678".split(" "),
].flatMap((n) => (n === "0" ? [n] : [n, `-${n}`]));
const scaled = [
  "999", "1000", "1500", "9999", "10000", "15000", "33500", "335250", "999999", "1000000", "1500000",
  "2000000", "12340000", "20000000", "99990000", "100000000", "150000000", "337000000", "1000000000",
  "2750000000", "12345678901", "26326000000", "100000000000", "3700000000000", "12500000000000",
  "150000000000000",
];
const compact = scaled.flatMap((n) => [n, `-${n}`]);
const amounts = ["0", "5", "12", "470", "999", "1609", "8579", "51425", "335250", "999999"];
const days = [
  "2023-01-01", "2023-02-28", "2023-05-09", "2023-09-30", "2023-12-31", "2024-02-29", "2024-03-11", "2024-06-05",
  "2024-07-20", "2024-08-15", "2024-09-07", "2024-10-08", "2024-11-10", "2025-04-01", "1999-12-31", "2000-01-01",
  "1910-08-29", "2031-03-03", "1987-06-29", "2050-10-10",
];
const months = [...Array(12).keys()].flatMap((m) => [2023, 2024, 1998].map((y) => `${y}-${String(m + 1).padStart(2, "0")}`));
const years = ["1897", "1945", "1999", "2000", "2023", "2024", "2050"];
const spans = [
  ["2024-09-07", "2024-09-08"], ["2024-03-01", "2024-03-31"], ["2023-12-01", "2023-12-25"],
  ["2024-09-30", "2024-10-02"], ["2024-01-15", "2024-12-31"], ["2023-02-01", "2023-03-01"],
  ["2023-12-30", "2024-01-02"], ["1999-12-31", "2000-01-01"], ["2022-05-10", "2027-05-09"],
];
const monthSpans = [["2024-05", "2024-07"], ["2024-01", "2024-12"], ["2023-11", "2024-02"], ["2020-03", "2023-03"]];
const yearSpans = [["2020", "2023"], ["1999", "2001"], ["2023", "2024"]];
const names = {
  ko: ["서울", "부산", "대전", "광주", "제주", "인공지능(AI)", "8,579명"],
  en: ["Seoul", "Busan", "Daejeon", "research and development", "Jeju", "the NSF", "8,579 people"],
};
// ICU's name of a unit, what a Quantity calls it, and the width that both write
const units = [
  ["year", "year", "long"], ["month", "month", "long"], ["week", "week", "long"], ["day", "day", "long"],
  ["hour", "hour", "long"], ["minute", "minute", "long"], ["second", "second", "long"],
  ["kilometer", "km", "short"], ["meter", "m", "short"], ["centimeter", "cm", "short"],
  ["kilogram", "kg", "short"], ["gigabyte", "GB", "short"], ["hectare", "ha", "short"],
  ["celsius", "°C", "short"], ["mile", "mi", "long"], ["acre", "acre", "long"],
];
const counted = ["1", "2", "4", "9", "10", "21", "100", "1500", "0.5", "14.3"];

const at = (text) => new Date(`${text.length === 4 ? `${text}-01` : text}${text.length < 10 ? "-01" : ""}T00:00:00Z`);
const number = (tag, options, value) => new Intl.NumberFormat(tag, { ...EXACT, ...options }).format(value);
const date = (tag, options) => new Intl.DateTimeFormat(tag, { ...UTC, ...options });
const list = (tag, type, parts) => new Intl.ListFormat(tag, { type }).format(parts);

function* figures(tag) {
  for (const n of decimals) yield ["number", n, number(tag, {}, n)];
  for (const n of shares) yield ["percent", n, number(tag, { style: "percent" }, `${n}e-2`)];
  for (const n of compact) yield ["compact", n, number(tag, { notation: "compact" }, n)];
  for (const n of compact) yield ["scaled", n, number(tag, { notation: "compact", compactDisplay: "long" }, n)];
  for (const [icu, unit, unitDisplay] of units)
    for (const n of counted) yield ["unit", `${unit}=${n}`, number(tag, { style: "unit", unit: icu, unitDisplay }, n)];
}

function* amountsOf(tag) {
  const whole = { style: "currency", minimumFractionDigits: 0 };
  const signs = tag === "ko" ? [] : ["USD", "EUR", "GBP", "KRW", "JPY"];
  for (const currency of signs)
    for (const n of amounts.flatMap((each) => (each === "0" ? [each] : [each, `-${each}`])))
      yield ["money", `${currency}=${n}`, number(tag, { ...whole, currency, currencyDisplay: "narrowSymbol" }, n)];
  for (const currency of ["CAD", "CHF", "SEK", "BRL", "CNY", ...(tag === "ko" ? ["USD", "EUR"] : [])])
    for (const n of amounts) yield ["named", `${currency}=${n}`, number(tag, { ...whole, currency, currencyDisplay: "name" }, n)];
}

function* dates(tag) {
  const month = { year: "numeric", month: "long" };
  const cell = { year: "numeric", month: tag === "ko" ? "numeric" : "short" };
  for (const d of days) yield ["date", d, date(tag, { dateStyle: "long" }).format(at(d))];
  for (const d of days) yield ["cell", d, date(tag, { dateStyle: "medium" }).format(at(d))];
  for (const d of months) yield ["date", d, date(tag, month).format(at(d))];
  for (const d of months) yield ["cell", d, date(tag, cell).format(at(d))];
  for (const d of years) yield ["date", d, date(tag, { year: "numeric" }).format(at(d))];
  const between = (ends, options) => date(tag, options).formatRange(at(ends[0]), at(ends[1]));
  for (const ends of spans) yield ["date", ends.join("/"), between(ends, { dateStyle: "long" })];
  for (const ends of spans) yield ["cell", ends.join("/"), between(ends, { dateStyle: "medium" })];
  for (const ends of monthSpans) yield ["date", ends.join("/"), between(ends, month)];
  for (const ends of yearSpans) yield ["date", ends.join("/"), between(ends, { year: "numeric" })];
}

function* lists(tag) {
  const all = names[tag.slice(0, 2)];
  for (const type of ["conjunction", "disjunction"])
    for (let size = 1; size <= 5; size++)
      for (let first = 0; first < all.length; first++) {
        const parts = Array.from({ length: size }, (_, n) => all[(first + n) % all.length]);
        yield [type === "conjunction" ? "and" : "or", parts.join("|"), list(tag, type, parts)];
      }
}

const lines = [`# ICU ${versions.icu}, CLDR ${versions.cldr}, Node ${versions.node}; kind, language, given, written`];
for (const tag of TAGS)
  for (const part of [figures, amountsOf, dates, lists])
    for (const [kind, given, written] of part(tag)) lines.push([kind, tag, given, written].join("\t"));
stdout.write(`${lines.join("\n")}\n`);
