// The words of every page in other languages, for words.js to say.
import allowed from "../words/allowed.zh.json";
import catalogue from "../words/catalogue.zh.json";
import common from "../words/common.zh.json";
import projection_page from "../words/projection_page.zh.json";
import run_page from "../words/run_page.zh.json";
import study_page from "../words/study_page.zh.json";
import why from "../words/why.zh.json";
import { learn_patterns } from "./data_words.js";
import { learn } from "./words.js";

for (const words of [catalogue, allowed, why, projection_page, run_page, study_page, common]) learn("zh", words);
learn_patterns("zh", catalogue);
