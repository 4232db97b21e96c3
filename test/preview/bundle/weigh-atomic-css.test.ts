import { weigh } from '../../../preview/bundle/weigh-atomic-css';

test('a rule weighs more the less it sets', () => {
  expect(weigh('._a1{font:var(--f,400 14px/20px sans)}')).toBe('._a1{font:var(--f,400 14px/20px sans)}');
  expect(weigh('._b2{border-top:1px solid}')).toBe('._b2._b2{border-top:1px solid}');
  expect(weigh('._c3{font-weight:653}')).toBe('._c3._c3._c3{font-weight:653}');
});

test('states and conditions stay what they are', () => {
  expect(weigh('._a1:hover{color:red}')).toBe('._a1._a1._a1:hover{color:red}');
  expect(weigh('@media (min-width:30rem){._a1{margin-top:0}._b2{margin:0}}')).toBe(
    '@media (min-width:30rem){._a1._a1._a1{margin-top:0}._b2{margin:0}}',
  );
});
