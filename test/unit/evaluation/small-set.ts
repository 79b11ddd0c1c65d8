import { type QuestionSet, readSquad } from "../../../src/evaluation/question-set.ts";

const paragraph = (context: string, ...qas: [question: string, answer: string][]) => ({
  context,
  qas: qas.map(([question, text]) => ({ question, answers: [{ text }] })),
});

/** A SQuAD file of four articles with two paragraphs each; all but one of the questions are easy. */
export const SQUAD = JSON.stringify({
  data: [
    {
      title: "등대",
      paragraphs: [
        paragraph("등대는 1903년에 세워졌다. 등대의 높이는 27미터다.", ["등대는 언제 세워졌어?", "1903년"]),
        paragraph("등대지기는 두 사람이다. 밤마다 불을 켠다.", ["등대지기는 몇 사람이야?", "두 사람"]),
      ],
    },
    {
      title: "둘레길",
      paragraphs: [
        paragraph("둘레길은 길이가 12킬로미터다. 쉼터가 다섯 곳 있다.", ["둘레길은 길이가 얼마야?", "12킬로미터"]),
        paragraph("둘레길 입구에는 매표소가 없다. 입장료는 받지 않는다.", ["둘레길 입장료는 얼마야?", "받지 않는다"]),
      ],
    },
    {
      title: "시장",
      paragraphs: [
        paragraph("시장은 5일마다 열린다. 생선 가게가 많다.", ["시장은 며칠마다 열려?", "5일"]),
        paragraph("시장 주차장은 무료다. 차 40대를 세운다.", ["시장 주차장에는 차를 몇 대 세워?", "40대"]),
      ],
    },
    {
      title: "도서관",
      paragraphs: [
        paragraph("도서관은 월요일에 쉰다. 책은 3만 권이다.", ["도서관은 무슨 요일에 쉬어?", "월요일"]),
        paragraph("도서관 식당은 지하에 있다.", ["시장 생선 가게 5일?", "지하"]),
      ],
    },
  ],
});

export const smallSet: QuestionSet = readSquad(SQUAD);
