// A policy module: a shared object loaded through dlopen whose description keeps the rules of abi.h. What
// loads here can be called; whether its decisions make sense is for the host to check, one by one.
#pragma once

#include <filesystem>
#include <memory>

#include "policies/abi.h"

namespace hubwatt {

// Copies share the loaded object; it is unloaded with the last one.
class Module {
 public:
  // Throws PolicyError when the file is missing, is no shared object, exports no policy, was built for
  // another version of the contract, or describes itself wrongly.
  static Module open(const std::filesystem::path& file);

  const hw_policy& description() const { return *description_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  Module(std::filesystem::path file, std::shared_ptr<void> library, const hw_policy* description)
      : file_(std::move(file)), library_(std::move(library)), description_(description) {}

  std::filesystem::path file_;
  std::shared_ptr<void> library_;
  const hw_policy* description_;
};

}  // namespace hubwatt
