import { runProgram } from './program';

// Whoever reads may have seen enough (`aside audit | head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void runProgram(process.argv.slice(2), process.env);
