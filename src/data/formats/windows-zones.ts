/**
 * What Windows, and Outlook with it, calls a time zone, without the words "Standard Time", and its IANA name: for the territory
 * "001" of windowsZones.xml in the Unicode CLDR. The zones that most people live in; the rest are an issue.
 */
const ZONES = `
Hawaiian=Pacific/Honolulu
Alaskan=America/Anchorage
Pacific (Mexico)=America/Tijuana
Pacific=America/Los_Angeles
US Mountain=America/Phoenix
Mountain (Mexico)=America/Mazatlan
Mountain=America/Denver
Central America=America/Guatemala
Central=America/Chicago
Central (Mexico)=America/Mexico_City
Canada Central=America/Regina
SA Pacific=America/Bogota
Eastern (Mexico)=America/Cancun
Eastern=America/New_York
Atlantic=America/Halifax
Venezuela=America/Caracas
SA Western=America/La_Paz
Pacific SA=America/Santiago
Newfoundland=America/St_Johns
E. South America=America/Sao_Paulo
Argentina=America/Argentina/Buenos_Aires
Azores=Atlantic/Azores
GMT=Europe/London
Greenwich=Atlantic/Reykjavik
Morocco=Africa/Casablanca
W. Europe=Europe/Berlin
Central Europe=Europe/Budapest
Romance=Europe/Paris
Central European=Europe/Warsaw
W. Central Africa=Africa/Lagos
Jordan=Asia/Amman
GTB=Europe/Bucharest
Middle East=Asia/Beirut
Egypt=Africa/Cairo
E. Europe=Europe/Chisinau
South Africa=Africa/Johannesburg
FLE=Europe/Kiev
Israel=Asia/Jerusalem
Arabic=Asia/Baghdad
Turkey=Europe/Istanbul
Arab=Asia/Riyadh
Belarus=Europe/Minsk
Russian=Europe/Moscow
E. Africa=Africa/Nairobi
Iran=Asia/Tehran
Arabian=Asia/Dubai
Azerbaijan=Asia/Baku
Georgian=Asia/Tbilisi
Caucasus=Asia/Yerevan
West Asia=Asia/Tashkent
Pakistan=Asia/Karachi
India=Asia/Kolkata
Sri Lanka=Asia/Colombo
Nepal=Asia/Kathmandu
Central Asia=Asia/Bishkek
Bangladesh=Asia/Dhaka
SE Asia=Asia/Bangkok
China=Asia/Shanghai
Singapore=Asia/Singapore
W. Australia=Australia/Perth
Taipei=Asia/Taipei
Tokyo=Asia/Tokyo
Korea=Asia/Seoul
Cen. Australia=Australia/Adelaide
AUS Central=Australia/Darwin
E. Australia=Australia/Brisbane
AUS Eastern=Australia/Sydney
New Zealand=Pacific/Auckland
`;

/** By name in lower case, without these words. */
export const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  ZONES.trim()
    .split('\n')
    .map(line => {
      const [windows = '', iana = ''] = line.split('=');
      return [windows.toLowerCase(), iana];
    }),
);

const keyOf = (name: string): string => name.trim().toLowerCase().replace(' standard time', '');

/** Returns the IANA name of a zone of Windows, such as `W. Europe Standard Time`; empty for any other name. */
export const ianaZone = (name: string): string =>
  / standard time/i.test(name) ? (WINDOWS_ZONES.get(keyOf(name)) ?? '') : '';
