// Quantities of a run in words. In Chinese, money, water and mass go by ten thousands and their squares.
import { figure } from "./figures.js";
import { language } from "./words.js";

const nbsp = "\u00a0";

// [unit, how much of the unit of the files it is], the smallest first.
const energies = [
  ["kWh", 1],
  ["MWh", 1e3],
  ["GWh", 1e6],
  ["TWh", 1e9],
];
const powers = [
  ["kW", 1],
  ["MW", 1e3],
  ["GW", 1e6],
  ["TW", 1e9],
];
const units = {
  en: {
    energy: energies,
    power: powers,
    mass: [
      ["kg", 1],
      ["t", 1e3],
      ["kt", 1e6],
      ["Mt", 1e9],
    ],
    water: [
      ["L", 1],
      ["m\u00b3", 1e3],
      ["thousand m\u00b3", 1e6],
      ["million m\u00b3", 1e9],
    ],
    money: [
      ["CNY", 1],
      ["million CNY", 1e6],
      ["billion CNY", 1e9],
    ],
  },
  zh: {
    energy: energies,
    power: powers,
    mass: [
      ["千克", 1],
      ["吨", 1e3],
      ["万吨", 1e7],
      ["亿吨", 1e11],
    ],
    water: [
      ["升", 1],
      ["立方米", 1e3],
      ["万立方米", 1e7],
      ["亿立方米", 1e11],
    ],
    money: [
      ["元", 1],
      ["万元", 1e4],
      ["亿元", 1e8],
    ],
  },
};

// The greatest unit of which there is at least one.
function scale(quantity) {
  return (value) => {
    const known = units[language()][quantity];
    const [unit, by] = known.findLast(([, size]) => Math.abs(value) >= size) ?? known[0];
    return { unit, by };
  };
}

function printed(of_value) {
  return (value, digits = 4) => {
    const { unit, by } = of_value(value);
    return figure(value / by, digits) + nbsp + unit;
  };
}

// {unit, by}: a value over `by` is a number of this unit.
export const energy_scale = scale("energy");
export const power_scale = scale("power");
export const mass_scale = scale("mass");
export const water_scale = scale("water");
export const money_scale = scale("money");

// 12345678 kWh -> "12.35 GWh".
export const energy = printed(energy_scale);
export const power = printed(power_scale);
export const mass = printed(mass_scale);
export const water = printed(water_scale);
export const money = printed(money_scale);
