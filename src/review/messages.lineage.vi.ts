/** Words of the link that the lock adds to the chain under a figure. */
export const lineageWords = {
  missing: 'chưa có số liệu',
  lock: (version: number, day: string) => `Bản khóa ${version}, ngày ${day}`,
  locked: (text: string, hash: string) => `${text} · ${hash}`,
  lockedOtherwise: (locked: string, now: string) => `Bản khóa ghi ${locked}; số hiện nay là ${now}, đang đính chính`,
};
