import type { LanguageTexts } from './language.ts';

export const european: Readonly<Record<string, LanguageTexts>> = {
  de: {
    service: 'Cloud-Dienste',
    titles: ['IT-Leiterin', 'Geschäftsführer', 'Leitung Einkauf'],
    messages: [
      'Guten Tag, wir prüfen gerade {topic} für unsere drei Standorte mit insgesamt 180 Arbeitsplätzen. Wichtig sind uns Datenhaltung in der EU und ein fester Ansprechpartner. Können Sie uns bis Ende des Monats ein Angebot schicken?',
      'Unser Wartungsvertrag läuft im September aus und wir möchten nicht noch einmal verlängern. Wie lange dauert eine Einführung von {topic} erfahrungsgemäß? Rückruf gern vormittags.',
      'Sehr geehrte Damen und Herren, {company} sucht einen Partner für {topic}. Eine Teststellung mit unseren eigenen Daten wäre uns wichtig. Vielen Dank im Voraus!',
    ],
  },
  fr: {
    service: 'services cloud',
    titles: ['Directrice des systèmes d’information', 'Gérant', 'Responsable achats'],
    messages: [
      'Bonjour, nous souhaitons mettre en place {topic} pour une centaine d’utilisateurs répartis sur deux sites. Pourriez-vous nous indiquer vos tarifs et vos délais ? Je suis joignable l’après-midi.',
      'Notre prestataire actuel cesse son activité en juin. Nous cherchons une solution durable et un interlocuteur francophone. Où sont hébergées les données ?',
      'Nous avons vu votre démonstration de {topic} et elle nous a convaincus. {company} aimerait organiser un essai avec une petite équipe dès le mois prochain.',
    ],
  },
  es: {
    service: 'servicios en la nube',
    titles: ['Directora de sistemas', 'Gerente general', 'Jefe de compras'],
    messages: [
      'Buenos días, estamos evaluando {topic} para unas 70 personas. Nos gustaría saber cuánto dura la implantación y si ofrecen soporte en español. ¿Podemos hablar esta semana?',
      'En {company} seguimos trabajando con hojas de cálculo y ya no damos abasto. Necesitamos una propuesta con precio cerrado antes de fin de trimestre.',
      '¿{topic} se puede conectar con nuestro sistema de facturación? Si es así, quisiéramos ver una demostración con nuestro equipo técnico.',
    ],
  },
  pt: {
    service: 'serviços em nuvem',
    titles: ['Diretora de tecnologia', 'Sócio-gerente', 'Coordenadora de compras'],
    messages: [
      'Olá, temos interesse em {topic} para a nossa equipa de 40 pessoas. Gostaríamos de perceber os custos mensais e o apoio incluído. Podem ligar-me amanhã de manhã?',
      'A {company} vai abrir duas novas unidades e precisa de uma solução até ao fim do ano. É possível começar com um projeto-piloto?',
      'Bom dia! Vimos {topic} no marketplace. Como funciona a migração dos dados antigos e quanto tempo demora, em média?',
    ],
  },
  it: {
    service: 'servizi cloud',
    titles: ['Responsabile IT', 'Amministratore delegato', 'Ufficio acquisti'],
    messages: [
      'Buongiorno, stiamo valutando {topic} per circa 90 postazioni. Vorremmo capire i costi di avviamento e se è prevista la formazione del personale.',
      'Il nostro fornitore attuale non risponde più da settimane. Cerchiamo un partner affidabile per {topic}, con assistenza in italiano. Potete richiamarmi giovedì?',
      'Siamo interessati a una prova di {topic} nella sede principale di {company}. La decisione è prevista entro due mesi.',
    ],
  },
  nl: {
    service: 'clouddiensten',
    titles: ['IT-manager', 'Directeur', 'Inkoper'],
    messages: [
      'Goedemiddag, wij zoeken een partner voor {topic} met ongeveer 60 gebruikers. Kunt u een indicatie geven van de doorlooptijd en de maandelijkse kosten?',
      'Ons huidige systeem wordt eind dit jaar stopgezet. Graag een demo van {topic} voor vier collega’s, bij voorkeur op dinsdag of woensdag.',
    ],
  },
  sv: {
    service: 'molntjänster',
    titles: ['IT-chef', 'Verkställande direktör', 'Inköpare'],
    messages: [
      'Hej! Vi tittar på {topic} för ungefär 120 användare och undrar hur ni brukar lägga upp införandet. Avtalet med vår nuvarande leverantör går ut i maj.',
      'Kan {topic} fungera även där täckningen är dålig? Vi har personal ute i skogen hela veckan. Ring gärna efter lunch.',
    ],
  },
  pl: {
    service: 'usługi w chmurze',
    titles: ['Kierowniczka działu IT', 'Prezes zarządu', 'Specjalista ds. zakupów'],
    messages: [
      'Dzień dobry, rozważamy wdrożenie {topic} w trzech oddziałach. Proszę o wstępną wycenę oraz informację, czy wsparcie jest dostępne w języku polskim.',
      'Szukamy partnera, który pomoże nam uporządkować kopie zapasowe i dokumenty. Czy możliwa jest prezentacja {topic} jeszcze w tym miesiącu?',
    ],
  },
  cs: {
    service: 'cloudové služby',
    titles: ['Vedoucí IT', 'Jednatel', 'Nákupčí'],
    messages: [
      'Dobrý den, zajímá nás {topic} pro zhruba 80 zaměstnanců. Můžete nám poslat orientační cenu a dobu zavedení? Děkuji.',
      'Hledáme řešení pro dvě pobočky a rádi bychom si {topic} nejdříve vyzkoušeli. Je možné domluvit online ukázku příští týden?',
    ],
  },
  tr: {
    service: 'bulut hizmetleri',
    titles: ['Bilgi işlem müdürü', 'Genel müdür', 'Satın alma uzmanı'],
    messages: [
      'Merhaba, {topic} ürününü yaklaşık 150 kullanıcı için değerlendiriyoruz. Kurulum süresi ve Türkçe destek hakkında bilgi verebilir misiniz?',
      'Mevcut sözleşmemiz üç ay içinde bitiyor. {company} için küçük bir pilot çalışma ile başlamak istiyoruz, uygun olduğunuz bir saat var mı?',
    ],
  },
  uk: {
    service: 'хмарні сервіси',
    titles: ['Керівниця ІТ-відділу', 'Директор', 'Менеджер із закупівель'],
    messages: [
      'Добрий день! Нас цікавить {topic} для 90 працівників у двох містах. Чи можна отримати попередній розрахунок і дізнатися, де зберігаються дані?',
      'Шукаємо надійного партнера: минулого року ми двічі втрачали доступ до архіву. Підкажіть, будь ласка, з чого варто почати впровадження {topic}.',
    ],
  },
  bg: {
    service: 'облачни услуги',
    titles: ['Ръководител ИТ', 'Управител', 'Търговски директор'],
    messages: [
      'Здравейте, обмисляме {topic} за около 50 служители. Моля, изпратете ни примерна оферта и срок за внедряване.',
      'Търсим решение, което да замени старата ни система до края на годината. Възможна ли е демонстрация на {topic} следващата седмица?',
    ],
  },
  el: {
    service: 'υπηρεσίες cloud',
    titles: ['Υπεύθυνη πληροφορικής', 'Διευθύνων σύμβουλος', 'Υπεύθυνος προμηθειών'],
    messages: [
      'Καλησπέρα σας, ενδιαφερόμαστε για το {topic} για περίπου 70 χρήστες. Θα θέλαμε μια πρώτη εκτίμηση κόστους και να μάθουμε αν παρέχετε υποστήριξη στα ελληνικά.',
      'Το σημερινό μας σύστημα δεν αντέχει την καλοκαιρινή περίοδο. Πόσο γρήγορα μπορεί να ξεκινήσει μια δοκιμή του {topic};',
    ],
  },
};
