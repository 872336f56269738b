#include "tests/platforms/in_child.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <memory>

namespace hubwatt::test {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

}  // namespace

ChildResult in_child(const std::function<std::vector<double>()>& work) {
  const File numbers(std::tmpfile(), std::fclose), output(std::tmpfile(), std::fclose);
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(fileno(output.get()), STDOUT_FILENO);
    dup2(fileno(output.get()), STDERR_FILENO);
    int status = 0;
    try {
      const std::vector<double> result = work();
      if (!result.empty() &&
          std::fwrite(result.data(), sizeof(double), result.size(), numbers.get()) != result.size())
        status = 1;
    } catch (const std::exception& e) {
      std::fprintf(stderr, "exception: %s\n", e.what());
      status = 1;
    }
    std::fflush(nullptr);
    _exit(status);
  }
  int status = 0;
  ChildResult result;
  result.ended_well =
      child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  std::rewind(numbers.get());
  for (double number = 0.0; std::fread(&number, sizeof number, 1, numbers.get()) == 1;) {
    result.numbers.push_back(number);
  }
  std::rewind(output.get());
  for (int c = 0; (c = std::fgetc(output.get())) != EOF;) result.output += static_cast<char>(c);
  return result;
}

}  // namespace hubwatt::test
