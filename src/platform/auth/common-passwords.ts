/**
 * Words and patterns that people here choose first; folded, without spaces and signs. Checked without any network.
 * A password that is one of them, with or without digits behind it, is refused.
 */
const WORDS = `
  password passw0rd pass admin administrator root user guest test demo letmein welcome login master secret changeme
  iloveyou princess sunshine monkey dragon football baseball superman batman shadow michael jordan michelle charlie
  qwerty qwertyuiop qwerty123456 asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t
  1q2w3e4r5t6y zaq12wsx abc abcd abcde abcdef abc123456789 abcd123456789 a123456789 aa123456789 p@ssword
  123456789 1234567890 12345678910 123456789012 1234567891011 123123123123 112233445566 121212121212 987654321098
  111222333444 147258369 159753 741852963 963852741 31415926535 20242024 20252025
  matkhau matkhaumoi matkhaumanh matkhaucu khongbiet khongnho quenmatkhau dangnhap quantri quantrivien nguoidung
  hethong maychu vanphong giamdoc ketoan thuky lanhdao canbo chuyenvien bientap kiemtra
  vietnam vietnamvodich tovietnam hanoi saigon hochiminh hochiminhcity danang haiphong cantho hue thanhhoa nghean hatinh
  quangbinh quangtri thuathienhue bactrungbo dienbienphu tudohanhphuc doclaptudo doclaptudohanhphuc dangcongsan
  hoptacxa lienminh lienminhhoptacxa lienminhhtx htx lmhtx hopluc hoplucmanh hoptac nongnghiep nongdan nongthonmoi
  anhyeuem emyeuanh yeuem yeuanh yeumotnguoi tinhyeu giadinh concuame bome motconvit motnamoi hanhphuc mayman
  taolao khongchoai trananh nguyen nguyenvan nguyenvana tranvan tranvana levana phamvana hoangvana
  manutd manchesterunited liverpool chelsea barcelona realmadrid messi ronaldo doremon doraemon pikachu pokemon
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
