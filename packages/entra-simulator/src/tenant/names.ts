const givenNames = `Ada Adaeze Aisha Alejandro Amara Amina Anders Andrea Anika Anjali Antoine Aoife Arjun Astrid Ayaan
Beatriz Bilal Björn Bruno Camila Carlos Chidi Chiara Chloé Daniel Daria Deepa Diego Dilan Ebba Eleni Elif Emeka Emil
Esther Fatima Felix Fiona Freya Gabriel Giulia Grace Hana Hannah Haruto Hassan Helena Hugo Ibrahim Ines Ingrid Isaac
Isla Ivan Jamal Jasmin Joana Johan Jun Kamala Karim Katarzyna Kenji Kofi Kwame Laila Lars Leila Lena Liam Linh Lucía
Magnus Malik Mariam Marek Marta Mateo Mei Mia Miguel Milan Mira Naomi Nadia Nikhil Nina Nkechi Noah Noor Olivia Omar
Oskar Paula Pedro Petra Priya Rafael Rahul Rania Rosa Ruth Samira Sara Sean Sofia Sora Stefan Svetlana Tariq Tessa
Thandiwe Tobias Tomás Uma Valentina Victor Wanjiru Wei Xin Yara Yasmin Yuki Yusuf Zainab Zara Zoë`;

const familyNames = `Abebe Achterberg Adeyemi Ahmed Almeida Andersson Antonova Aoki Baker Banerjee Barbosa Bauer Becker
Bellamy Berg Bianchi Björk Bondarenko Boateng Brandt Brennan Campbell Cárdenas Castellano Chen Choi Chukwu Clarke
Conti Cruz Dahl Das Delgado Demir Desai Diallo Dubois Eriksen Esposito Evans Farah Ferrari Fischer Fitzgerald Fonseca
Fraser Fujita García Ghosh Gómez Goldberg Gruber Gupta Haddad Hansen Hashimoto Hernández Hoffmann Holm Horvat Hussain
Ibarra Ito Ivanova Iyer Jansen Jensen Johansson Jovanović Kamau Kapoor Kaya Keller Khan Kim Kipchoge Kowalski Kovács
Kumar Lambert Larsen Laurent Lefèvre Lehmann Li Lindholm Lopes Magnusson Malhotra Mancini Martin Mbeki Mehta Mendes
Meyer Mitchell Molina Moreau Müller Mutua Nakamura Navarro Ndiaye Nguyen Nielsen Novak Nowak Nyström Obi Ochoa Okafor
Olsen Onyango Osei Owusu Park Patel Pereira Petrov Popescu Qureshi Rahman Ramírez Rao Reyes Richter Rinaldi Rossi
Russo Saito Salazar Sánchez Santos Sato Schmidt Schneider Shah Sharma Silva Singh Sørensen Sokolov Suzuki Svensson
Takahashi Tanaka Teixeira Tesfaye Thapa Torres Tran Tremblay Ueda Van-Dijk Vargas Vasquez Virtanen Wagner Wallace
Wang Weber Winkler Wong Yamada Yildiz Zhang Zhou Ziegler Zulu`;

const letters: Record<string, string> = { ø: 'o', Ø: 'O', ł: 'l', ß: 'ss' };

/** A name as it stands in a mail address: lower case, no accents. */
export function asMailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øØłß]/g, letter => letters[letter])
    .toLowerCase();
}

const list = (names: string) =>
  names.split(/\s+/).map(name => ({ name, mailName: asMailName(name) }));

const given = list(givenNames);
const family = list(familyNames);
const combinations = given.length * family.length;
// Any number that shares no factor with the combinations visits each of them once.
const stride = 7_368_787;

/** A person's name, and the part before the @ of their address. */
export type PersonName = {
  givenName: string;
  surname: string;
  displayName: string;
  /** Different for every number. */
  mailName: string;
};

/** The name that belongs to a number; people may share a name, never the address. */
export function nameOf(number: number, seed: number): PersonName {
  const turn = Math.floor(number / combinations);
  const combination =
    ((((number % combinations) * stride) % combinations) + (seed >>> 0)) %
    combinations;
  const first = given[combination % given.length];
  const last = family[Math.floor(combination / given.length)];
  return {
    givenName: first.name,
    surname: last.name,
    displayName: `${first.name} ${last.name}`,
    mailName: `${first.mailName}.${last.mailName}${turn ? turn + 1 : ''}`,
  };
}
