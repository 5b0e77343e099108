#include "tests/storage/sqlite/power_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace brusio::sqlite {

namespace {

using Kind = DiskOperation::Kind;

/// What SQLite holds for an open file; the system's own follows it in memory.
struct PowerFile {
    sqlite3_file base;
    PowerVfs* disk;
    std::string* name;
    sqlite3_file* real;
};

PowerFile& mine(sqlite3_file* file) { return *reinterpret_cast<PowerFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return mine(file).real; }
PowerVfs& disk_of(sqlite3_vfs* vfs) { return *static_cast<PowerVfs*>(vfs->pAppData); }
sqlite3_vfs* system_vfs() { return sqlite3_vfs_find(nullptr); }

std::string file_name(const char* path) {
    const std::string_view text{path == nullptr ? "" : path};
    return std::string{text.substr(text.rfind('/') + 1)};
}

int close_file(sqlite3_file* file) {
    delete mine(file).name;
    return real(file)->pMethods->xClose(real(file));
}
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    DiskOperation write{Kind::write, *mine(file).name, static_cast<std::uint64_t>(offset), {}};
    write.bytes.assign(static_cast<const char*>(from), static_cast<std::size_t>(size));
    const int result = mine(file).disk->done(std::move(write));
    if (result != SQLITE_OK) return result;
    return real(file)->pMethods->xWrite(real(file), from, size, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    const int result = mine(file).disk->done(
        {Kind::truncate, *mine(file).name, static_cast<std::uint64_t>(size), {}});
    if (result != SQLITE_OK) return result;
    return real(file)->pMethods->xTruncate(real(file), size);
}
int sync_file(sqlite3_file* file, int) {
    return mine(file).disk->done({Kind::sync, *mine(file).name, 0, {}});
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control_file(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** to) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void bar_shared(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: without memory-mapped files, whose writes nobody would see.
const sqlite3_io_methods methods{2,
                                 close_file,
                                 read_file,
                                 write_file,
                                 truncate_file,
                                 sync_file,
                                 file_size,
                                 lock_file,
                                 unlock_file,
                                 check_lock,
                                 control_file,
                                 sector_size,
                                 characteristics,
                                 map_shared,
                                 lock_shared,
                                 bar_shared,
                                 unmap_shared,
                                 nullptr,
                                 nullptr};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
    PowerFile& opened = mine(file);
    opened.disk = &disk_of(vfs);
    opened.real = reinterpret_cast<sqlite3_file*>(&opened + 1);
    opened.base.pMethods = nullptr;
    const int result = system_vfs()->xOpen(system_vfs(), path, opened.real, flags, out);
    if (result != SQLITE_OK) return result;
    opened.name = new std::string{file_name(path)};
    opened.base.pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    const int result = disk_of(vfs).done({Kind::remove, file_name(path), 0, {}});
    if (result != SQLITE_OK) return result;
    return system_vfs()->xDelete(system_vfs(), path, sync_folder);
}

void put(std::string& content, std::uint64_t offset, std::string_view bytes) {
    content.resize(std::max(content.size(), offset + bytes.size()), '\0');
    content.replace(offset, bytes.size(), bytes);
}

void carry_out(std::string& content, const DiskOperation& operation) {
    if (operation.kind == Kind::write) put(content, operation.offset, operation.bytes);
    if (operation.kind == Kind::truncate) content.resize(operation.offset, '\0');
}

}  // namespace

PowerVfs::PowerVfs(std::string name, Record record)
    : name_(std::move(name)), record_(record), vfs_(std::make_unique<sqlite3_vfs>(*system_vfs())) {
    vfs_->szOsFile += static_cast<int>(sizeof(PowerFile));
    vfs_->pNext = nullptr;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = this;
    vfs_->xOpen = open_file;
    vfs_->xDelete = delete_file;
    sqlite3_vfs_register(vfs_.get(), 0);
}

PowerVfs::~PowerVfs() { sqlite3_vfs_unregister(vfs_.get()); }

void PowerVfs::note(std::uint64_t number) {
    const std::lock_guard lock{mutex_};
    operations_.push_back({Kind::note, {}, number, {}});
}

std::vector<DiskOperation> PowerVfs::operations() const {
    const std::lock_guard lock{mutex_};
    return operations_;
}

void PowerVfs::fail(Kind kind, std::uint64_t after, int code, Lasting lasting) {
    const std::lock_guard lock{mutex_};
    failed_ = false;
    fault_ = Fault{kind, after, code, lasting};
}

bool PowerVfs::has_failed() const {
    const std::lock_guard lock{mutex_};
    return failed_;
}

void PowerVfs::heal() {
    const std::lock_guard lock{mutex_};
    fault_.reset();
}

int PowerVfs::done(DiskOperation operation) {
    const std::lock_guard lock{mutex_};
    if (fault_ && fault_->kind == operation.kind && --fault_->left == 0) {
        const int code = fault_->code;
        failed_ = true;
        fault_->left = 1;
        if (fault_->lasting == Lasting::once) fault_.reset();
        return code;
    }
    if (record_ == Record::on) operations_.push_back(std::move(operation));
    return SQLITE_OK;
}

void DiskModel::apply(const DiskOperation& operation) {
    if (operation.kind == Kind::note) return;
    if (operation.kind == Kind::remove) {  // SQLite syncs the folder with it
        files_.erase(operation.file);
        return;
    }
    File& file = files_[operation.file];
    if (operation.kind != Kind::sync) {
        file.pending.push_back(operation);
        return;
    }
    if (syncs_ == Syncs::lie && operation.file.ends_with("-wal")) return;
    for (const DiskOperation& pending : file.pending) carry_out(file.synced, pending);
    file.pending.clear();
    file.is_durable = true;
}

std::map<std::string, std::string> DiskModel::after_power_cut(std::uint64_t seed,
                                                              std::uint64_t cut) const {
    constexpr std::uint64_t sector_bytes = 512;
    const KeyedRandom random{seed};
    std::uint64_t drawn = 0;
    // How much of what was not synced got there by itself: nothing, some sectors, or all.
    const std::uint64_t chance_percent = 25 * random.below(5, cut, "chance", 0);
    const auto kept = [&] { return random.below(100, cut, "kept", drawn++) < chance_percent; };
    std::map<std::string, std::string> contents;
    for (const auto& [name, file] : files_) {
        if (!file.is_durable && !kept()) continue;
        std::string content = file.synced;
        for (const DiskOperation& pending : file.pending) {
            if (pending.kind == Kind::truncate) {
                if (kept()) carry_out(content, pending);
                continue;
            }
            const std::string_view bytes{pending.bytes};
            for (std::uint64_t at = 0; at < bytes.size();) {
                const std::uint64_t sector_end =
                    (pending.offset + at) / sector_bytes * sector_bytes + sector_bytes;
                const std::uint64_t size =
                    std::min<std::uint64_t>(bytes.size() - at, sector_end - pending.offset - at);
                if (kept()) put(content, pending.offset + at, bytes.substr(at, size));
                at += size;
            }
        }
        contents.emplace(name, std::move(content));
    }
    return contents;
}

}  // namespace brusio::sqlite
